/**
 * A rollback that never fails. The query builder gives a connection back to the pool only after a rollback (or commit)
 * that succeeded: without this, each connection that breaks in a transaction would be missing from the pool for ever.
 */
import type pg from 'pg';

type Query = (...args: readonly unknown[]) => unknown;

/** Call for each connection of a pool. One that cannot roll back any more is closed: the server rolls back by itself. */
export function forgiveRollback(client: pg.ClientBase & { end(): Promise<void> }): void {
  const send = client.query.bind(client) as Query;
  const query: Query = (...args) => (args[0] === 'rollback' ? rollBack() : send(...args));
  const rollBack = async (): Promise<unknown> => {
    try {
      return await send('rollback');
    } catch (error) {
      // Statements sent ahead of the rollback tell their errors with it; the rollback itself has been done then.
      if (!isOfStatement(error)) void client.end().catch(() => undefined);
      return { command: 'ROLLBACK', rowCount: null, rows: [] };
    }
  };
  client.query = query as typeof client.query;
}

function isOfStatement(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'severity' in error && error.severity === 'ERROR';
}
