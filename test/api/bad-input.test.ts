/** What a client may send wrongly: refused before anything is written, naming the field, in Swedish and English. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyed, mutationDocument } from '../support/api.ts';
import { globalId, openWorld, type World } from '../support/world.ts';

const childYouth = 'alpha/CHILD_YOUTH';
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const caseworker = () => world.as(childYouth, 'CASEWORKER');

describe('a date', () => {
  it.each(['2026-02-30', '26-1-1', '2026-13-01', 'i morgon', '', 20260101, '2026-01-01T00:00:00Z'])('%j is none', async (openedOn) => {
    const input = keyed({ personId: 'x', unitId: 'x', kind: 'REPORT', openedOn });
    const { data, errors } = await caseworker().send(mutationDocument('openCase'), { input });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: expect.stringMatching(/input\.openedOn.*Ogiltigt datum.*\/ Not a date/su) as unknown }]);
    expect(JSON.stringify(errors)).not.toContain(JSON.stringify(openedOn));
  });
});

describe('a page', () => {
  it.each([
    [{ first: 0 }, 'PAGE_SIZE_INVALID', 'first'],
    [{ first: 101 }, 'PAGE_SIZE_INVALID', 'first'],
    [{ first: 10, after: 'nonsense' }, 'CURSOR_INVALID', 'after'],
    [{ first: 10, after: Buffer.from('{"id":"1; drop table person"}').toString('base64url') }, 'CURSOR_INVALID', 'after'],
  ])('%j is refused', async (variables, code, path) => {
    for (const list of ['cases', 'persons', 'coHandlings', 'managersAgreements']) {
      const { errors } = await caseworker().send(`query ($first: Int!, $after: String) { ${list}(first: $first, after: $after) { edges { cursor } } }`, variables);
      expect(errors).toMatchObject([{ extensions: { code, path } }]);
    }
  });
});

describe('nothing that went wrong', () => {
  it('tells of SQL, constraints or tables', async () => {
    const file = await world.town.case(childYouth);
    const personId = globalId('Person', file.personId);
    const answers = [
      await caseworker().send('query { person(id: "\'); drop table person; --") { displayName } }'),
      await caseworker().send(mutationDocument('openCase'), { input: keyed({ personId, unitId: world.unit(childYouth), kind: 'SUPPORT', openedOn: '2024-06-01' }) }),
      await caseworker().send(mutationDocument('recordFact'), { input: keyed({ personId, unitId: world.unit(childYouth), kind: 'NO_SUCH_KIND', from: '2026-01-01' }) }),
      await caseworker().send(mutationDocument('closeCase'), { input: keyed({ caseId: globalId('Case', file.id), closedOn: '2026-01-01', version: 2147483648 }) }),
    ];
    for (const answer of answers) {
      expect(JSON.stringify(answer)).not.toMatch(/select |insert |violates|constraint|_no_overlap|case_record|relation "|at .*\.ts:/iu);
    }
  });

  it('has written half of anything', async () => {
    const file = await world.town.case(childYouth);
    await world.town.coHandling(file, 'alpha/ADULT');
    await world.town.query("create function public.refuse() returns trigger language plpgsql as $$ begin raise exception using errcode = '23514', message = 'no' ; end $$");
    await world.town.query('create trigger refuse before update on co_handling for each row execute function public.refuse()');
    const answer = await caseworker().mutate('closeCase', { caseId: globalId('Case', file.id), closedOn: '2026-11-20', version: 1 });
    await world.town.query('drop trigger refuse on co_handling');
    expect(answer).toMatchObject({ __typename: 'Conflict', code: 'CONFLICT' });
    const { rows } = await world.town.query('select closed_on, version, (select count(*)::int from case_responsibility r where r.case_id = c.id and valid_until is null) as responsible from case_record c where id = $1', [file.id]);
    expect(rows).toEqual([{ closed_on: null, version: 1, responsible: 2 }]);
  });
});
