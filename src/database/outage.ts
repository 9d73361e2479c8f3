/** Whether the database can be reached and takes connections: asked of it, and of what went wrong. */
import { sql } from 'kysely';
import type { Orm } from './orm.ts';

const systemCodes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN',
]);
/** Connection failures, shutdowns and exhausted connections, by SQLSTATE. */
const states = /^(?:08...|57P0[1-5]|53300|53400)$/u;
const driverMessages =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout|Client was closed)/u;

/** A question to the database took longer than anybody waits. */
export class DatabaseSilent extends Error {
  constructor() {
    super('the database does not answer');
    this.name = 'DatabaseSilent';
  }
}

/** Whether an error says that the database is away or full, rather than that it refuses; asked of its causes too. */
export function isOutage(error: unknown): boolean {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 8; depth += 1) {
    if (at instanceof DatabaseSilent) return true;
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    const message = 'message' in at && typeof at.message === 'string' ? at.message : '';
    if (systemCodes.has(code) || states.test(code) || driverMessages.test(message)) return true;
    at = 'cause' in at ? at.cause : 'originalError' in at ? at.originalError : undefined;
  }
  return false;
}

/** The answer to `question`, or {@link DatabaseSilent} after `milliseconds`; a late answer is dropped. */
export async function answeredWithin<T>(milliseconds: number, question: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DatabaseSilent());
    }, milliseconds);
  });
  try {
    return await Promise.race([question, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the database answers a plain question in time. */
export async function databaseAnswers(orm: Orm, milliseconds: number): Promise<boolean> {
  try {
    await answeredWithin(milliseconds, sql`select 1`.execute(orm.em.fork().getKysely<unknown>()));
    return true;
  } catch {
    return false;
  }
}
