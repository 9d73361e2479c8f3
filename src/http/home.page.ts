/** `GET /`: what this is, where things are, and how to sign in. Swedish first. No rows of anybody. */
import { Router } from 'express';

const style = `body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1 { margin-bottom: 0; } a { color: #0b4f8a; } code { background: #f0f0f0; padding: .1em .3em; } [lang=en] { color: #444; }
dt { font-weight: 600; } dd { margin: 0 0 .6rem; } .print { overflow-x: auto; }
`;

const addresses = [
  ['/graphiql', 'Prova frågor i webbläsaren', 'Try queries in the browser'],
  ['/graphql', 'API:et, GraphQL (POST)', 'The API, GraphQL (POST)'],
  ['/reports/term-inventory.xlsx', 'Terminens inventering som Excel', 'The term inventory as Excel'],
  ['/health/ready', 'Om tjänsten tar emot frågor', 'Whether the service takes requests'],
  ['/metrics', 'Mätvärden för drift', 'Figures for operations'],
] as const;

const demonstrationSignIn = `
<h2>Logga in</h2>
<p>Det här är en demonstration med påhittade personer. Hämta en token på kommandoraden och klistra in den i GraphiQL:</p>
<p class="print"><code>npm run --silent token -- --list</code><br>
<code>npm run --silent token -- osthammar.child-youth.operations-manager</code></p>
<p lang="en">This is a demonstration with invented persons. Get a token on the command line and paste it into GraphiQL.</p>`;

const issuerSignIn = `
<h2>Logga in</h2>
<p>Anrop bär en åtkomsttoken från kommunens inloggningstjänst: <code>Authorization: Bearer …</code></p>
<p lang="en">Requests carry an access token of the municipality's sign-in service.</p>`;

/** The page and its style. */
export function homeRoute({ demonstration }: { readonly demonstration: boolean }): Router {
  const list = addresses
    .map(([path, sv, en]) => `<dt><a href="${path}">${path}</a></dt><dd>${sv} <span lang="en">– ${en}</span></dd>`)
    .join('\n');
  const page = /* html */ `<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><title>Samordna</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
<body>
<h1>Samordna</h1>
<p>Vem inom socialtjänsten som ansvarar för en person, enligt kommunens egna rutiner – med regel, källa och skäl. Och inför varje termin: vilka som snart byter enhet.</p>
<p lang="en">Who in the social services is responsible for a person, by the municipality's own written routines – with rule, source and reason. And before each term: who is about to change units.</p>
<h2>Adresser</h2>
<dl>
${list}
</dl>
${demonstration ? demonstrationSignIn : issuerSignIn}
</body>
</html>
`;
  const route = Router();
  route.get('/', (_request, response) => {
    response.type('html').send(page);
  });
  route.get('/style.css', (_request, response) => {
    response.type('css').send(style);
  });
  return route;
}
