/**
 * The settings: every environment variable the program reads, checked once at start. Nothing else reads the
 * environment. A variable set to nothing counts as unset.
 */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigurationFault } from './kernel/configuration-fault.ts';
import { parseLocalDate, type LocalDate } from './kernel/local-date.ts';
import { findProjectRoot } from './kernel/project-root.ts';

export { findProjectRoot };

/** What the environment says, in the program's own words. */
export interface Config {
  /** NODE_ENV=production: no demonstration of any kind. */
  readonly production: boolean;
  /** Where requests are answered: HOST and PORT (0: any free port). */
  readonly http: { readonly host: string; readonly port: number };
  /** DATA_DIR, absolute: the embedded server's files. */
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly identity: IdentityConfig;
  /** TODAY: a date that stands still, for demonstrations and tests; null follows the clock. */
  readonly today: LocalDate | null;
  readonly logLevel: LogLevel;
  /** OTEL_EXPORTER_OTLP_ENDPOINT; null sends no traces. */
  readonly otlpEndpoint: string | null;
}

export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'external';
      /** DATABASE_URL: the login of the app. */
      readonly appUrl: string;
      /** DATABASE_OWNER_URL; null: somebody else migrates the database. */
      readonly ownerUrl: string | null;
      /** DATABASE_REPLICA_URLS, separated by commas or blanks. */
      readonly replicaUrls: readonly string[];
    };

/** Who vouches for users. `demo` also means that demo organisations are loaded into an empty database. */
export type IdentityConfig =
  | { readonly kind: 'demo' }
  | {
      readonly kind: 'oidc';
      readonly issuer: string;
      readonly audience: string;
      /** For signing in on the web pages; null offers only the API. */
      readonly client: { readonly id: string; readonly secret: string | null } | null;
    };

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ['postgres:', 'postgresql:'].includes(url.protocol) && url.hostname !== '' && url.username !== '' && url.pathname.length > 1;
}

function isWebUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function isIssuer(text: string): boolean {
  if (!isWebUrl(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return search === '' && hash === '' && (protocol === 'https:' || loopback.has(hostname));
}

function isHost(text: string): boolean {
  return isIP(text) !== 0 || (/^(?!-)[a-z\d-]+(?:\.[a-z\d-]+)*$/iu.test(text) && !/^[\d.]+$/u.test(text));
}

const postgresUrl = z.string().refine(isPostgresUrl, 'must be postgresql://USER:PASSWORD@HOST:PORT/DATABASE');
const text = z.string().regex(/^\S+$/u, 'must not contain blanks');

const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test'], 'must be production, development or test').optional(),
  HOST: z.string().refine(isHost, 'must be a host name or an address').default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(4000),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URLS: z
    .string()
    .transform((list) => list.split(/[\s,]+/u).filter((url) => url !== ''))
    .pipe(z.array(postgresUrl))
    .optional(),
  OIDC_ISSUER: z.string().refine(isIssuer, 'must be an https address without query (http only on this machine)').optional(),
  OIDC_AUDIENCE: text.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  TODAY: z
    .string()
    .transform((date, context) => {
      const today = parseLocalDate(date);
      if (today !== undefined) return today;
      context.addIssue('must be a date YYYY-MM-DD');
      return z.NEVER;
    })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().refine(isWebUrl, 'must be an http or https address').optional(),
});
type Environment = z.infer<typeof environmentSchema>;

/**
 * Reads the settings.
 * @throws ConfigurationFault with one line that names each wrong variable and what it must be, never its value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environmentSchema.safeParse(set);
  const faults = parsed.success ? contradictions(parsed.data) : parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  if (!parsed.success || faults.length > 0) throw new ConfigurationFault([...new Set(faults)].join('; '));
  const env = parsed.data;
  return {
    production: env.NODE_ENV === 'production',
    http: { host: env.HOST, port: env.PORT },
    dataDir: resolve(findProjectRoot(), env.DATA_DIR),
    database:
      env.DATABASE_URL === undefined
        ? { kind: 'embedded' }
        : {
            kind: 'external',
            appUrl: env.DATABASE_URL,
            ownerUrl: env.DATABASE_OWNER_URL ?? null,
            replicaUrls: env.DATABASE_REPLICA_URLS ?? [],
          },
    identity: identity(env),
    today: env.TODAY ?? null,
    logLevel: env.LOG_LEVEL,
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
  };
}

function identity(env: Environment): IdentityConfig {
  if (env.OIDC_ISSUER === undefined || env.OIDC_AUDIENCE === undefined) return { kind: 'demo' };
  const client = env.OIDC_CLIENT_ID === undefined ? null : { id: env.OIDC_CLIENT_ID, secret: env.OIDC_CLIENT_SECRET ?? null };
  return { kind: 'oidc', issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, client };
}

/** What no variable says alone: one that needs another, and what production refuses. */
function contradictions(env: Environment): readonly string[] {
  const needs = [
    ['DATABASE_OWNER_URL', 'DATABASE_URL'],
    ['DATABASE_REPLICA_URLS', 'DATABASE_URL'],
    ['OIDC_ISSUER', 'OIDC_AUDIENCE'],
    ['OIDC_AUDIENCE', 'OIDC_ISSUER'],
    ['OIDC_CLIENT_ID', 'OIDC_ISSUER'],
    ['OIDC_CLIENT_SECRET', 'OIDC_CLIENT_ID'],
  ] as const;
  const missing = needs
    .filter(([one, other]) => env[one] !== undefined && env[other] === undefined)
    .map(([one, other]) => `${other} must be set, since ${one} is`);
  if (env.NODE_ENV !== 'production') return missing;
  return [
    ...missing,
    ...(env.OIDC_ISSUER === undefined ? ['OIDC_ISSUER must be set, since NODE_ENV=production refuses the demo issuer'] : []),
    ...(env.TODAY === undefined ? [] : ['TODAY must not be set, since NODE_ENV=production refuses a fixed date']),
  ];
}
