/** How errors leave over GraphQL: faults with their code and words, everything unexpected as one opaque error. */
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Fault } from '../kernel/faults.ts';

/** What was thrown, by a resolver or while the request was opened, where the error only wraps it. */
function originalOf(error: unknown): unknown {
  const unwrapped = unwrapResolverError(error);
  if (!(unwrapped instanceof GraphQLError)) return unwrapped;
  const { originalError } = unwrapped;
  return originalError === undefined || originalError instanceof GraphQLError ? unwrapped : originalError;
}

/** The fault behind an error. */
export function faultBehind(error: unknown): Fault | undefined {
  const original = originalOf(error);
  return original instanceof Fault ? original : undefined;
}

/** Whether an error may be told: it speaks of the document, or of an input that a scalar refused. */
export function isPublic(error: unknown): boolean {
  const original = originalOf(error);
  return original instanceof GraphQLError || original instanceof Fault;
}

/** Apollo's `formatError`. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const fault = faultBehind(error);
  const place = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  if (fault !== undefined) {
    const { code, message, path, ruleId } = fault.details;
    return {
      message: `${message.sv} / ${message.en}`,
      ...place,
      extensions: {
        code,
        message,
        ...(path === undefined ? {} : { path }),
        ...(ruleId === undefined ? {} : { ruleId }),
      },
    };
  }
  if (!isPublic(error)) return internalError(place, formatted.extensions?.['requestId']);
  return { message: withoutValues(formatted.message), ...place, extensions: { code: codeOf(formatted) } };
}

function internalError(place: Pick<GraphQLFormattedError, 'locations' | 'path'>, requestId: unknown): GraphQLFormattedError {
  return {
    message: 'Något gick fel hos oss. / Something went wrong on our side.',
    ...place,
    extensions: { code: 'INTERNAL', ...(typeof requestId === 'string' ? { requestId } : {}) },
  };
}

function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.['code'];
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR' ? code : 'BAD_REQUEST';
}

/** What was sent may be about a person: values are not read back, whether they came as variables or in the document. */
function withoutValues(message: string): string {
  return message
    .replace(/ got invalid value .*?(?= at "|; )/su, ' got an invalid value')
    .replace(/( cannot represent [^:]*): .*$/su, '$1.')
    .replace(/Value .* does not exist in /su, 'The value does not exist in ')
    .replace(/^Expected value of type (.*), found .*$/su, 'Expected a value of type $1.');
}
