/** A network between the program and PostgreSQL that a test can cut, freeze and mend. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface FaultyNetwork {
  /** The database's address, through this network. */
  readonly url: string;
  /** Every connection breaks, and new ones are refused. */
  cut(): Promise<void>;
  /** Nothing moves any more, and nothing says so. */
  freeze(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function openFaultyNetwork(databaseUrl: string): Promise<FaultyNetwork> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const [one, other] of [[client, database], [database, client]] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy()).on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      if (frozen) one.pause();
    }
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    for (const socket of sockets) socket.destroy();
  });
  const url = new URL(databaseUrl);
  url.port = String(port);
  return {
    url: url.href,
    cut: close,
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    mend: async () => {
      const wasFrozen = frozen;
      frozen = false;
      if (wasFrozen) await close();
      await listen(port);
    },
    close: async () => {
      if (server.listening) await close();
    },
  };
}
