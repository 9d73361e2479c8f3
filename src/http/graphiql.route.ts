/**
 * `GET /graphiql`: an editor for GraphQL whose every part comes from this host. The page holds no rows and no token;
 * a token is pasted into its headers and is forgotten when the page is closed.
 */
import { Router, type RequestHandler } from 'express';
import * as graphiql from '@graphql-yoga/render-graphiql/graphiql';
import { editorHeaders } from './security-headers.ts';

const page = /* html */ `<!doctype html>
<html lang="sv">
  <head>
    <meta charset="utf-8">
    <title>Samordna – GraphiQL</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/graphiql/editor.css">
  </head>
  <body class="no-focus-outline">
    <noscript>Sidan behöver JavaScript. / This page needs JavaScript.</noscript>
    <div id="root"></div>
    <script src="/graphiql/workers.js"></script>
    <script src="/graphiql/editor.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;

const workers = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    ({ json: '/graphiql/json-worker.js', graphql: '/graphiql/graphql-worker.js' })[label] ?? '/graphiql/editor-worker.js',
};
`;

const greeting = `# Samordna – vem ansvarar, och varför / who is responsible, and why
#
# Klistra in en token under Headers / Paste a token under Headers:
#   { "Authorization": "Bearer …" }
#
# npm run --silent token -- --list
# npm run --silent token -- osthammar.child-youth.caseworker

{
  __typename
}
`;

const start = `YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify({
  endpoint: '/graphql',
  title: 'Samordna',
  defaultQuery: greeting,
  headers: '{\n  "Authorization": "Bearer "\n}',
  shouldPersistHeaders: false,
})});
`;

const parts = {
  'editor.css': ['text/css', graphiql.css],
  'editor.js': ['text/javascript', graphiql.js],
  'editor-worker.js': ['text/javascript', graphiql.editorWorkerService],
  'json-worker.js': ['text/javascript', graphiql.jsonWorker],
  'graphql-worker.js': ['text/javascript', graphiql.graphqlWorker],
  'workers.js': ['text/javascript', workers],
  'start.js': ['text/javascript', start],
} as const;

export function openGraphiql(): Router {
  const route = Router();
  route.get('/graphiql', editorHeaders, (_request, response) => {
    response.type('html').send(page);
  });
  for (const [name, [type, content]] of Object.entries(parts)) {
    route.get(`/graphiql/${name}`, editorHeaders, sendPart(type, Buffer.from(content)));
  }
  return route;
}

function sendPart(type: string, content: Buffer): RequestHandler {
  return (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type(type).send(content);
  };
}
