/** One process at a time may start or stop what lives in a folder. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';

const patience = 180_000;

/**
 * Runs `work` while this process alone holds the lock `file`; waits for its turn.
 *
 * The lock is SQLite's lock on a file: the kernel releases it when the holder dies, however it dies, so that no stale
 * lock can be left behind. The file itself stays empty.
 * @throws ConfigurationFault when the file cannot be written, or the turn does not come within three minutes.
 */
export async function withFolderLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = open(file);
  try {
    const until = performance.now() + patience;
    while (!acquire(lock)) {
      if (performance.now() > until) throw new ConfigurationFault(`another process holds ${file} and does not finish`);
      await pause(25);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (cause) {
    throw new ConfigurationFault(`DATA_DIR: ${file} cannot be written`, { cause });
  }
}

const sqliteBusy = 5;

function acquire(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === sqliteBusy) return false;
    throw error;
  }
}
