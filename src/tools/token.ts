/** `npm run --silent token -- USER`: a bearer token of the demonstration. `--list` shows who there is. */
import { readConfig } from '../config.ts';
import { withClient } from '../database/roles.ts';
import { mintDemoToken } from '../identity/demo-issuer.ts';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { openPreparedDatabase } from '../prepared-database.ts';
import { runCommand } from './command.ts';

const usage = 'usage: npm run --silent token -- USER   (or --list)';

interface Held {
  readonly user: string;
  readonly role: string;
  readonly unit: string;
}

/** Who may sign in, one row per role held today. */
const everybody = `
  select s.user_name as "user", m.role, coalesce(u.name, d.name, o.name) as unit
  from staff s
  join organisation o on o.id = s.organisation_id
  join membership m on m.staff_id = s.id
    and m.valid_from <= access.today() and (m.valid_until is null or m.valid_until > access.today())
  left join unit u on u.id = m.unit_id
  left join department d on d.id = m.department_id
  order by o.key, s.user_name, m.role`;

await runCommand('token', async ([user, ...rest]) => {
  if (user === undefined || rest.length > 0) throw new ConfigurationFault(usage);
  const config = readConfig();
  if (config.production) throw new ConfigurationFault('NODE_ENV=production refuses the demo issuer');
  if (config.identity.kind !== 'demo') throw new ConfigurationFault(`OIDC_ISSUER is set: tokens come from ${config.identity.issuer}`);
  const cluster = await openPreparedDatabase(config, { info: () => undefined, warn: () => undefined });
  try {
    const url = cluster.ownerUrl;
    if (url === null) throw new ConfigurationFault('DATABASE_OWNER_URL must be set: it tells who the users are');
    const held = await withClient(url, async (client) => (await client.query<Held>(everybody)).rows);
    if (user === '--list') {
      console.log(table(held));
    } else if (held.some((one) => one.user === user)) {
      console.log(await mintDemoToken(config.dataDir, user));
    } else {
      throw new ConfigurationFault(`there is no user ${user}: --list shows all`);
    }
    return 0;
  } finally {
    await cluster.close();
  }
});

function table(held: readonly Held[]): string {
  const width = (column: 'user' | 'role'): number => Math.max(...held.map((one) => one[column].length), column.length) + 2;
  const line = ({ user, role, unit }: Held): string => `${user.padEnd(width('user'))}${role.padEnd(width('role'))}${unit}`;
  return [line({ user: 'user', role: 'role', unit: 'unit' }), ...held.map(line)].join('\n');
}
