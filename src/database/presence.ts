/** Sessions that stand for the processes using the embedded server: while one lasts, nobody else stops the server. */
import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { hasCode } from '../kernel/error-code.ts';
import { withClient } from './roles.ts';

/** This process's session. */
export interface Presence {
  /** Settles when the session is over, whoever ended it. */
  readonly over: Promise<void>;
  /** Ends the session. */
  leave(): Promise<void>;
}

const mark = 'samordna presence';
const patience = 60_000;

/**
 * Opens the session. It does not keep the process alive.
 * @throws ConfigurationFault when the server does not accept the login.
 */
export async function enter(url: string): Promise<Presence> {
  const until = performance.now() + patience;
  for (;;) {
    const socket = new Socket();
    const client = new pg.Client({ connectionString: url, application_name: mark, connectionTimeoutMillis: 10_000, stream: () => socket });
    client.on('error', () => undefined);
    const over = new Promise<void>((resolve) => {
      client.once('end', resolve);
    });
    try {
      await client.connect();
      socket.unref();
      return {
        over,
        leave: async () => {
          socket.ref();
          // A server that died has ended it already.
          await client.end().catch(() => undefined);
        },
      };
    } catch (cause) {
      if (hasCode(cause, '28P01')) {
        throw new ConfigurationFault('DATA_DIR: the PostgreSQL that runs there does not accept the passwords kept there', { cause });
      }
      // Still recovering from a crash.
      if (!hasCode(cause, '57P03') || performance.now() > until) throw cause;
      await pause(100);
    }
  }
}

/** Whether other processes use the server. */
export async function othersPresent(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const count = async (): Promise<number> =>
      (await client.query('select from pg_stat_activity where application_name = $1', [mark])).rowCount ?? 0;
    if ((await count()) === 0) return false;
    // The session of a process that was just killed lingers for a moment.
    await pause(200);
    return (await count()) > 0;
  });
}
