/** After the run: its PostgreSQL stops and its folder goes. */
import { clearTestServer, testFolderVariable } from './postgres.ts';

export default async function tearDown(): Promise<void> {
  const folder = process.env[testFolderVariable];
  if (folder !== undefined) await clearTestServer(folder);
}
