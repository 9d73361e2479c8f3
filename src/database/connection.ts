/**
 * A connection as the pool opens it. It saves planning and round trips: statements are prepared once per connection,
 * and what opens a transaction, or only leaves its audit row, travels together with the statement that follows.
 */
import pg from 'pg';

type Send = (statement: string | pg.QueryConfig, values?: readonly unknown[], callback?: unknown) => unknown;

/** The most statements that one process gives names; what else is asked is planned anew each time. */
const mostNames = 500;
const names = new Map<string, string>();

/** Statements into which values are written (settings of a session) differ each time: they are not worth a name. */
function nameOf(text: string, values: readonly unknown[] | undefined): string | undefined {
  if ((values === undefined || values.length === 0) && !text.startsWith('select access.')) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** Nobody reads what these answer, only whether there was an error. */
const oneWay = /^\s*(?:begin$|select set_config\(|insert into audit_event\b)/u;

const nothing = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] } satisfies pg.QueryResult;

/** Takes a pool's place of `Client`. */
export class Connection extends pg.Client {
  #ahead: Promise<unknown>[] = [];

  constructor(config?: string | pg.ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), pipeline: true });
    const send = this.query.bind(this) as Send;
    const query: Send = (statement, values, callback) => {
      if (typeof statement !== 'string' || callback !== undefined) return send(statement, values, callback);
      const name = nameOf(statement, values);
      const named = name === undefined ? statement : { name, text: statement };
      return oneWay.test(statement) ? this.#sendAhead(() => send(named, values)) : this.#inOrder(send(named, values));
    };
    this.query = query as typeof this.query;
  }

  /** Sends without waiting. An error is told by the statement that follows: in its transaction nothing takes effect then. */
  #sendAhead(send: () => unknown): Promise<pg.QueryResult> {
    const { stream } = this.connection;
    // Held back until the statement that follows is written too, at most to the end of this turn of the event loop.
    stream.cork();
    setImmediate(() => {
      stream.uncork();
    });
    const sent = Promise.resolve(send());
    sent.catch(() => undefined);
    this.#ahead.push(sent);
    return Promise.resolve(nothing);
  }

  #inOrder(sent: unknown): unknown {
    if (this.#ahead.length === 0) return sent;
    const before = this.#ahead;
    this.#ahead = [];
    return Promise.all([...before, sent]).then((results) => results.at(-1));
  }
}
