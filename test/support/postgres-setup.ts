/** Before the run: a folder for the run's PostgreSQL; what killed runs left behind is cleared away. */
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasCode } from '../../src/kernel/error-code.ts';
import { clearTestServer, testFolderPrefix, testFolderVariable } from './postgres.ts';

export default async function setUp(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = new RegExp(`^${testFolderPrefix}(\\d+)-`, 'u').exec(name)?.[1];
    if (run !== undefined && !isAlive(Number(run))) await clearTestServer(join(tmpdir(), name)).catch(() => undefined);
  }
  process.env[testFolderVariable] = await mkdtemp(join(tmpdir(), `${testFolderPrefix}${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}
