import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { formatError } from '../../src/http/graphql-errors.ts';
import { forbidden } from '../../src/kernel/faults.ts';

/** As the server wraps what was thrown while a request was opened: without a path. */
const whileOpening = (thrown: Error): GraphQLError => new GraphQLError(`Context creation failed: ${thrown.message}`, { originalError: thrown });

describe('an error thrown while a request is opened', () => {
  it('tells nothing of the database', () => {
    const error = whileOpening(new Error('new row violates row-level security policy for table "audit_event"'));
    const told = formatError(error.toJSON(), error);
    expect(told.extensions).toMatchObject({ code: 'INTERNAL' });
    expect(JSON.stringify(told)).not.toMatch(/row-level|audit_event|Context creation/u);
  });

  it('tells a fault in its own words', () => {
    const error = whileOpening(forbidden({ sv: 'Nej.', en: 'No.' }));
    expect(formatError(error.toJSON(), error)).toMatchObject({ message: 'Nej. / No.', extensions: { code: 'FORBIDDEN' } });
  });
});
