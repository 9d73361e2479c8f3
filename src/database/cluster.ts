/** The PostgreSQL that the program works on: the embedded one, or the one that DATABASE_URL names. */
import { openEmbedded, type Log } from './embedded.ts';
import { openExternal } from './external.ts';
import { databaseName, ensureRoles, roles } from './roles.ts';

/** Which database to use. */
export interface ClusterSettings {
  /** Folder of the embedded server's files, absolute. */
  readonly dataDir: string;
  readonly database: DatabaseSettings;
}

export type DatabaseSettings =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly appUrl: string; readonly ownerUrl: string | null };

/** A database that answers, and how to reach it. */
export interface Cluster {
  /** Address for the program itself: row-level security holds for this login. */
  readonly appUrl: string;
  /** Address for migrations, working as `samordna_owner`; null when somebody else migrates the database. */
  readonly ownerUrl: string | null;
  /** Address for BI tools; null where the database's administrator gives it. */
  readonly biReaderUrl: string | null;
  readonly embedded: boolean;
  /** Leaves the database. An embedded server stops when no other command uses it. */
  close(): Promise<void>;
}

/**
 * Opens the database with its roles in place.
 * @throws ConfigurationFault with a line for the operator.
 */
export async function openCluster(settings: ClusterSettings, log: Log): Promise<Cluster> {
  if (settings.database.kind === 'external') {
    const addresses = await openExternal(settings.database);
    return { ...addresses, biReaderUrl: null, embedded: false, close: () => Promise.resolve() };
  }
  const server = await openEmbedded(settings, log, ({ url, passwords }) =>
    ensureRoles((database) => url('postgres', passwords.superuser, database), passwords),
  );
  const { url, passwords, close } = server;
  return {
    appUrl: url(roles.app, passwords.app, databaseName),
    ownerUrl: url(roles.owner, passwords.owner, databaseName),
    biReaderUrl: url(roles.biReader, passwords.biReader, databaseName),
    embedded: true,
    close,
  };
}
