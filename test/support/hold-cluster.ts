/**
 * A process that opens the embedded cluster in the folder it is given, says so, and holds it until its input ends.
 * With FORGET set it neither waits nor leaves.
 */
import { openCluster } from '../../src/database/cluster.ts';
import { silent } from './postgres.ts';

const cluster = await openCluster({ dataDir: process.argv[2] ?? '', database: { kind: 'embedded' } }, silent);
process.stdout.write(`${cluster.ownerUrl ?? ''}\n`);
if (process.env['FORGET'] === undefined) {
  process.stdin.resume();
  process.stdin.once('end', () => {
    void cluster.close();
  });
}
