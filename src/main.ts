/** `npm start`: starts the service, says where it is and how to sign in, and stops it in good order. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { describeDefect } from './http/defect.ts';
import { createLog } from './http/request-log.ts';
import { ConfigurationFault } from './kernel/configuration-fault.ts';

const asWhom = [
  'osthammar.child-youth.caseworker',
  'osthammar.child-youth.operations-manager',
  'ifo-units.adult.caseworker',
  'district.youth.deputy-unit-manager',
] as const;

function announce({ http, identity }: Config, port: number): void {
  const host = http.host.includes(':') ? `[${http.host}]` : http.host;
  const base = `http://${host}:${port}`;
  console.log(`
Samordna
  pages      ${base}/
  GraphQL    ${base}/graphql
  GraphiQL   ${base}/graphiql
  inventory  ${base}/reports/term-inventory.xlsx
  health     ${base}/health/ready
`);
  if (identity.kind === 'demo') {
    console.log(`Sign in with a token: npm run --silent token -- USER   (--list shows all users)
${asWhom.map((user) => `  ${user}`).join('\n')}
`);
  }
  console.log('ready');
}

/** Resolves when the process that started this one is gone: npm, killed, would leave a service that nobody knows of. */
async function parentEnded(): Promise<void> {
  const parent = process.ppid;
  while (process.ppid === parent) await pause(500, undefined, { ref: false });
}

async function main(): Promise<void> {
  const asked = Promise.race([
    once(process, 'SIGTERM'),
    once(process, 'SIGINT'),
    ...(process.argv.includes('--until-parent-ends') ? [parentEnded()] : []),
  ]);
  const config = readConfig();
  const log = createLog(config.logLevel);
  process.once('uncaughtException', (error) => {
    log.fatal({ defect: describeDefect(error) }, 'stopped by a defect');
    process.exit(1);
  });
  const app = await startApp(config, log);
  announce(config, app.port);
  await asked;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1));
  await app.stop();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof ConfigurationFault) console.error(error.message);
    else console.error(`the service could not start (${JSON.stringify(describeDefect(error))})`);
    process.exit(1);
  },
);
