/** Own scalars: a local date, and an instant in UTC. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseLocalDate, type LocalDate } from '../kernel/local-date.ts';

function localDate(value: unknown): LocalDate {
  const date = parseLocalDate(value);
  if (date !== undefined) return date;
  throw new GraphQLError('Ogiltigt datum: skriv ÅÅÅÅ-MM-DD, till exempel 2027-05-14. / Not a date: write YYYY-MM-DD.', {
    extensions: { code: 'DATE_INVALID' },
  });
}

export const LocalDateScalar = new GraphQLScalarType<LocalDate, string>({
  name: 'LocalDate',
  description: 'Datum `ÅÅÅÅ-MM-DD` i svensk tid, utan klockslag. / A local calendar date in Europe/Stockholm.',
  serialize: localDate,
  parseValue: localDate,
  parseLiteral: (node) => localDate(node.kind === Kind.STRING ? node.value : undefined),
});

function instant(value: unknown): string {
  if (typeof value !== 'string') throw new GraphQLError('Not an instant (RFC 3339).', { extensions: { code: 'INSTANT_INVALID' } });
  try {
    return Temporal.Instant.from(value).toString();
  } catch {
    throw new GraphQLError('Not an instant (RFC 3339).', { extensions: { code: 'INSTANT_INVALID' } });
  }
}

export const InstantScalar = new GraphQLScalarType<string, string>({
  name: 'Instant',
  description: 'Tidpunkt i UTC enligt RFC 3339. / An instant in UTC.',
  serialize: instant,
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
});
