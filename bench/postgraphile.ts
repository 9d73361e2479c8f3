/** The peer: PostGraphile 5 over the same tables, row policies and login, its caller in the same session setting. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { databaseUrl, openTokens, poolSize, tellPort } from './served.ts';

/** Starts it, and tells the parent where. */
export async function servePostgraphile(...plugins: GraphileConfig.Plugin[]): Promise<void> {
  const verify = openTokens();
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    plugins,
    // Ordering by columns without an index of their own, and plain lists beside connections.
    disablePlugins: ['PgIndexBehaviorsPlugin'],
    schema: { defaultBehavior: '+list' },
    pgServices: [makePgService({ connectionString: databaseUrl, schemas: ['public'], poolConfig: { max: poolSize } })],
    grafserv: { graphqlPath: '/graphql', websockets: false, graphiql: false, watch: false, maxRequestLength: 100_000 },
    grafast: {
      explain: false,
      context: async (request) => ({
        pgSettings: { 'app.user': await verify(request.node?.req.headers.authorization) },
      }),
    },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  server.listen(0, '127.0.0.1', () => {
    tellPort((server.address() as AddressInfo).port);
  });
}
