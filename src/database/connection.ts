/**
 * A connection as the pool opens it. It saves round trips and planning: statements with parameters are prepared once
 * per connection, and what opens a transaction travels together with the transaction's first statement.
 */
import pg from 'pg';

type Send = (statement: string | pg.QueryConfig, values?: readonly unknown[], callback?: unknown) => unknown;

/** The most statements that one process gives names; what else is asked is planned anew each time. */
const mostNames = 500;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** Opens a transaction, or says in it who asks: nobody reads the answer, only whether there was an error. */
function opensTransaction(text: string): boolean {
  return text === 'begin' || text.startsWith('select set_config(');
}

const nothing = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] } satisfies pg.QueryResult;

/** Takes a pool's `Client`. */
export class Connection extends pg.Client {
  #ahead: Promise<unknown>[] = [];

  constructor(config?: string | pg.ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true });
    const send = this.query.bind(this) as Send;
    const query: Send = (statement, values, callback) => {
      if (typeof statement !== 'string' || callback !== undefined) return send(statement, values, callback);
      if (opensTransaction(statement)) return this.#sendAhead(send, statement);
      if (statement === 'rollback') return this.#rollBack(send);
      const name = values === undefined || values.length === 0 ? undefined : nameOf(statement);
      return this.#inOrder(send(name === undefined ? statement : { name, text: statement }, values));
    };
    this.query = query as typeof this.query;
  }

  /** Sends without waiting. An error is told by the statement that follows, which has not done anything then. */
  #sendAhead(send: Send, statement: string): Promise<pg.QueryResult> {
    const sent = Promise.resolve(send(statement));
    sent.catch(() => undefined);
    this.#ahead.push(sent);
    return Promise.resolve(nothing);
  }

  /**
   * Never fails: a connection that cannot roll back is closed, and the server rolls back itself. The query builder
   * gives a connection back after a rollback that succeeded only; the pool would be short of it for ever.
   */
  async #rollBack(send: Send): Promise<pg.QueryResult> {
    this.#ahead = [];
    try {
      await send('rollback');
    } catch {
      void this.end().catch(() => undefined);
    }
    return nothing;
  }

  #inOrder(sent: unknown): unknown {
    if (this.#ahead.length === 0) return sent;
    const before = this.#ahead;
    this.#ahead = [];
    return Promise.all([...before, sent]).then((results) => results.at(-1));
  }
}
