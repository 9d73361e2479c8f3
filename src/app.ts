/** The composition root: settings in, a service that answers out. Everything is opened here and closed in reverse. */
import { join } from 'node:path';
import type { Logger } from 'pino';
import { startSealer } from './audit/sealer.ts';
import type { Config } from './config.ts';
import { openOrm } from './database/orm.ts';
import { entities } from './entities.ts';
import { buildApiSchema } from './graphql/schema.ts';
import { describeDefect } from './http/defect.ts';
import { Lifecycle } from './http/lifecycle.ts';
import { listen } from './http/listener.ts';
import { openMetrics } from './http/metrics.route.ts';
import { openEdge } from './http/server.ts';
import { openIdentity } from './identity/identity.ts';
import { systemClock } from './kernel/clock.ts';
import { ConfigurationFault } from './kernel/configuration-fault.ts';
import { openPreparedDatabase } from './prepared-database.ts';
import { RoutineFileError } from './routine/routine.loader.ts';
import { refusalOf, RoutineShelf } from './routine/routine.shelf.ts';

/** A service that answers. */
export interface App {
  readonly port: number;
  /** Not ready → lets running requests finish → leaves the database. */
  stop(): Promise<void>;
}

/** How long running requests may take to finish when the service stops, in milliseconds. */
const drainTime = 10_000;

/**
 * Starts. What was opened is closed again when a later step fails.
 * @throws ConfigurationFault with a line for the operator
 */
export async function startApp(config: Config, log: Logger): Promise<App> {
  const listener = await listen(config.http);
  const opened = new AsyncDisposableStack();
  try {
    const lifecycle = new Lifecycle();
    const cluster = await openPreparedDatabase(config, operatorLog(log));
    opened.defer(() => cluster.close());
    const routines = openShelf(config, log);
    opened.defer(() => {
      routines.close();
    });
    const orm = await openOrm({ url: cluster.appUrl, entities });
    opened.defer(() => orm.close());
    const metrics = openMetrics();
    const sealer = startSealer({
      orm,
      sealed: metrics.sealed,
      headReached: (head) => {
        log.info({ head }, 'the audit is sealed up to here');
      },
      failed: (error) => {
        log.error({ defect: describeDefect(error) }, 'the audit could not be sealed');
      },
    });
    opened.defer(() => sealer.stop());
    const edge = await openEdge({
      orm,
      routines,
      routineWarnings: () => routines.warnings,
      log,
      lifecycle,
      metrics,
      schema: await buildApiSchema(),
      verifier: await openIdentity(config.identity, config.dataDir),
      clock: systemClock(config.today ?? undefined),
      demonstration: config.identity.kind === 'demo',
    });
    opened.defer(() => edge.stop());
    opened.defer(() => listener.drain(drainTime));
    listener.attach(edge.app);
    lifecycle.serve();
    const stop = (): Promise<void> => {
      lifecycle.drain();
      return opened.disposeAsync();
    };
    return { port: listener.port, stop };
  } catch (error) {
    await listener.drain(0);
    await opened.disposeAsync();
    throw error;
  }
}

/** Routines that follow their files; a file that may not be used leaves its last good version in place. */
function openShelf({ dataDir }: Config, log: Logger): RoutineShelf {
  try {
    const shelf = new RoutineShelf({ kept: join(dataDir, 'routines'), log: operatorLog(log) });
    shelf.watch();
    return shelf;
  } catch (error) {
    if (error instanceof RoutineFileError) throw new ConfigurationFault(refusalOf(error), { cause: error });
    throw error;
  }
}

function operatorLog(log: Logger): { info(message: string): void; warn(message: string): void } {
  return {
    info: (message) => {
      log.info(message);
    },
    warn: (message) => {
      log.warn(message);
    },
  };
}
