/** Documents made to exhaust the server: each is refused with 400, none reaches a resolver, and the server lives on. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openTestEdge, type TestEdge } from '../support/edge.ts';
import { Municipality, userAt } from '../support/municipality.ts';

const user = userAt('alpha', 'ADULT', 'CASEWORKER');

function times(count: number, text: (place: number) => string, between = ' '): string {
  return Array.from({ length: count }, (_, place) => text(place)).join(between);
}

function nested(depth: number, open: string, inner: string): string {
  return `${`${open} { `.repeat(depth)}${inner}${' }'.repeat(depth)}`;
}

/** Fragments of which each spreads the next twice: 2 to the power of `count` fields in a few hundred bytes. */
function bomb(count: number): string {
  return `{ item { ...f0 } } ${times(count, (n) => `fragment f${String(n)} on Item { ...f${String(n + 1)} self { ...f${String(n + 1)} } }`)} fragment f${String(count)} on Item { name }`;
}

const answer = z.object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).min(1) });

function codesOf(json: unknown): readonly string[] {
  return answer.parse(json).errors.map(({ extensions }) => extensions.code);
}

const hostile: Readonly<Record<string, string>> = {
  'a fragment bomb of 670 bytes': bomb(12),
  'a fragment bomb, fragments first': bomb(12).replace(/^(\{.*?\} \}) (.*)$/u, '$2 $1'),
  'a fragment that spreads itself': '{ item { ...f } } fragment f on Item { self { ...f } }',
  'two fragments that spread each other': '{ item { ...f } } fragment f on Item { self { ...g } } fragment g on Item { self { ...f } }',
  'a cycle that nobody uses': '{ hello } fragment f on Item { self { ...g } } fragment g on Item { self { ...f } }',
  '101 aliases of __typename': `{ ${times(101, (n) => `a${String(n)}: __typename`)} }`,
  '16 aliases': `{ ${times(16, (n) => `a${String(n)}: hello`)} }`,
  '16 aliases in a fragment': `{ item { ...f } } fragment f on Item { ${times(16, (n) => `a${String(n)}: name`)} }`,
  '500 times the same field': `{ ${times(500, () => 'hello')} }`,
  '20 times the same field': `{ ${times(20, () => '__typename')} }`,
  'the same object 20 times': `{ ${times(20, () => 'item { name }')} }`,
  'the same fragment 20 times': `{ item { ${times(20, () => '...f')} } } fragment f on Item { name }`,
  'seventeen levels': `{ item { ${nested(16, 'self', 'name')} } }`,
  'a hundred levels': `{ item { ${nested(100, 'self', 'name')} } }`,
  'lists in lists': `{ items(first: 100) { items(first: 100) { items(first: 100) { name } } } }`,
  'lists in lists, sized by variables': 'query ($n: Int) { items(first: $n) { items(first: $n) { items(first: $n) { name } } } }',
  'lists in lists of the usual size': '{ items { items { items { items { name } } } } }',
  'lists without a size': '{ item { tags { tags { tags { tags { tags { name } } } } } } }',
  'a page of a billion': '{ items(first: 1000000000) { name } }',
  'a page with a hundred thousand digits': `{ items(first: ${'9'.repeat(90_000)}) { name } }`,
  'the schema of the schema': `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
  'the schema many times': `{ ${times(14, (n) => `s${String(n)}: __schema { types { fields { args { type { ofType { ofType { name } } } } type { ofType { name } } } } }`)} }`,
  'directives by the dozen': `{ hello ${times(30, () => '@include(if: true)')} }`,
  'six hundred tokens': `{ ${times(600, (n) => `f${String(n)}`)} }`,
  'a list literal, very deep': `{ hello(name: ${'['.repeat(240)}${']'.repeat(240)}) }`,
  'an object literal, very deep': `{ hello(name: ${'{a:'.repeat(150)}1${'}'.repeat(150)}) }`,
  'braces, very deep': '{'.repeat(90_000),
  'a string that does not end': `{ hello(name: "${'x'.repeat(90_000)}`,
  'a megabyte of comments would be too long': `{ unknown } #${'x'.repeat(90_000)}`,
  'nothing': ' ',
  'an operation without fields': '{ }',
  'a null byte': '{ hello\u0000 }',
  'a subscription': 'subscription { hello }',
  'unknown types everywhere': `{ item { ${times(40, (n) => `... on T${String(n)} { a }`)} } }`,
  'variables without end': `query (${times(90, (n) => `$v${String(n)}: Int`)}) { hello }`,
};

describe('a hostile document', () => {
  let database: TestDatabase;
  let town: Municipality;
  let edge: TestEdge;

  beforeAll(async () => {
    database = await createTestDatabase();
    town = await Municipality.plant(database.superuserUrl);
    edge = await openTestEdge({ appUrl: database.appUrl });
  });

  afterAll(async () => {
    await edge.close();
    await town.close();
    await database.drop();
  });

  it.each(Object.keys(hostile))('is refused: %s', async (name) => {
    const { status, json } = await edge.graphql(user, hostile[name] ?? '');
    expect(status).toBe(400);
    expect(json).not.toHaveProperty('data');
    expect(codesOf(json)).not.toContain('INTERNAL');
  });

  it('is refused in variables too: a hundred thousand brackets', async () => {
    const body = `{"query":"query ($n: String) { hello(name: $n) }","variables":{"n":${'['.repeat(45_000)}${']'.repeat(45_000)}}}`;
    const reply = await edge.request('/graphql', { method: 'POST', headers: { authorization: `Bearer ${await edge.token(user)}`, 'content-type': 'application/json' }, body });
    expect(reply.status).toBe(400);
  });

  it('is refused again when it comes again', async () => {
    expect((await edge.graphql(user, bomb(12))).status).toBe(400);
    expect((await edge.graphql(user, bomb(12))).status).toBe(400);
  });

  it('leaves the server answering', async () => {
    await Promise.all(Array.from({ length: 40 }, () => edge.graphql(user, bomb(12))));
    expect(await edge.graphql(user, '{ hello }')).toMatchObject({ status: 200 });
  });

  it.each([
    ["the editor's question for the schema", getIntrospectionQuery()],
    ["the editor's question with everything", getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, oneOf: true })],
    ['a page of a hundred with its fields', '{ items(first: 100) { name self { name tags { name } } } }'],
    ['ten aliases', `{ ${times(10, (n) => `a${String(n)}: hello`)} }`],
    ['one field asked for by three fragments', '{ item { ...a ...b ...c } } fragment a on Item { name } fragment b on Item { name } fragment c on Item { name }'],
  ])('is not: %s', async (_what, document) => {
    const { status, json } = await edge.graphql(user, document);
    expect({ status, json }).toMatchObject({ status: 200, json: { data: expect.anything() } });
  });
});
