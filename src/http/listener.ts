/** The socket that requests come in on: taken first, so that a port in use is known before anything else is done. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { hasCode } from '../kernel/error-code.ts';
import { retryAfter } from './problem.ts';

export interface Listener {
  readonly port: number;
  /** From now on requests are answered by `app`; until then with 'try again'. */
  attach(app: RequestListener): void;
  /** Takes no more connections and lets those that are under way finish, for at most `milliseconds`. */
  drain(milliseconds: number): Promise<void>;
}

/** @throws ConfigurationFault when the address cannot be had */
export async function listen({ host, port }: { readonly host: string; readonly port: number }): Promise<Listener> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': retryAfter, 'Cache-Control': 'no-store' }).end();
  };
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    answer(request, response);
  });
  await bind(server, host, port);
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    attach: (app) => {
      answer = app;
    },
    drain: (milliseconds) => drain(server, milliseconds),
  };
}

/** A predecessor that is just stopping gets a moment to let go of the port. */
async function bind(server: Server, host: string, port: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      server.listen({ host, port });
      await once(server, 'listening');
      return;
    } catch (cause) {
      if (!hasCode(cause, 'EADDRINUSE') || attempt === 10) throw new ConfigurationFault(reasonOf(cause, host, port), { cause });
      await pause(200);
    }
  }
}

function reasonOf(error: unknown, host: string, port: number): string {
  if (hasCode(error, 'EADDRINUSE')) return `PORT: ${host}:${port} is taken by another program: stop it, or set PORT to another port`;
  if (hasCode(error, 'EACCES')) return `PORT: this user may not listen on port ${port}: set PORT to one above 1023`;
  return `HOST: this machine cannot listen on ${host}`;
}

async function drain(server: Server, milliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const late = setTimeout(() => {
    server.closeAllConnections();
  }, milliseconds);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
