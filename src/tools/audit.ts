/**
 * `npm run --silent audit -- verify`: recomputes the audit trail's hash chain and says whether, or where, it breaks.
 * `verify --head POSITION:HASH` also looks for an end of the chain that was kept elsewhere; `head` prints the present one.
 */
import { verifyChain } from '../audit/verify.read.ts';
import { readConfig } from '../config.ts';
import { openCluster } from '../database/cluster.ts';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { runCommand } from './command.ts';

const usage = 'usage: npm run --silent audit -- verify [--head POSITION:HASH]   (or: head)';

await runCommand('audit', async ([command, option, earlierHead, ...rest]) => {
  const asksHead = option === '--head' && earlierHead !== undefined;
  const wellFormed = (command === 'verify' && (option === undefined || asksHead)) || (command === 'head' && option === undefined);
  if (!wellFormed || rest.length > 0) throw new ConfigurationFault(usage);
  const cluster = await openCluster(readConfig(), { info: () => undefined, warn: () => undefined });
  try {
    if (cluster.ownerUrl === null) throw new ConfigurationFault('DATABASE_OWNER_URL must be set: only the owner reads the chain');
    const { sealed, unsealed, breaks, head, holdsHead } = await verifyChain(cluster.ownerUrl, earlierHead);
    if (command === 'head') {
      console.log(head ?? 'nothing is sealed yet');
      return 0;
    }
    for (const { position, eventId, reason } of breaks) console.log(`BROKEN at position ${position}, event ${eventId}: ${reason}`);
    if (holdsHead === false) console.log('BROKEN: the head that was given is not in the chain');
    const holds = breaks.length === 0 && holdsHead !== false;
    console.log(`${holds ? 'OK' : 'BROKEN'}: ${sealed} rows sealed, ${unsealed} not sealed yet; head ${head ?? 'none'}`);
    return holds ? 0 : 1;
  } finally {
    await cluster.close();
  }
});
