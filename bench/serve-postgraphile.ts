/** The peer as it comes: it asks who calls, and leaves no audit. */
import { servePostgraphile } from './postgraphile.ts';

await servePostgraphile();
