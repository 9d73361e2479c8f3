import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ poolSize: 2 });
});

afterAll(() => world.close());

it('an answer that fails early gives its connection back, whatever its other fields were still doing', async () => {
  const administrator = world.as('alpha/ADULT', 'ADMINISTRATOR');
  for (let times = 0; times < 12; times += 1) {
    const { errors } = await administrator.send('{ a: cases { edges { cursor } } b: units { staff { id } } c: organisations { units { staff { id } } } d: node(id: "x") { id } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect(await administrator.ask('{ viewer { userName } }')).toEqual({ viewer: { userName: 'alpha.adult.administrator' } });
  const { rows } = await world.town.query("select count(*)::int as held from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'");
  expect(rows).toEqual([{ held: 0 }]);
});
