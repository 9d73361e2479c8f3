import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import personnummer from 'personnummer';
import { withClient } from '../../src/database/roles.ts';
import { Fault } from '../../src/kernel/faults.ts';
import { addDays, asLocalDate } from '../../src/kernel/local-date.ts';
import { checkDigit, parsePersonalNumber, testCoordinationNumber, testPersonalNumber } from '../../src/person/personal-number.rules.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const today = asLocalDate('2026-11-22');
const parse = (text: string): ReturnType<typeof parsePersonalNumber> => parsePersonalNumber(text, today);

function faultOf(text: string): Fault {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error(`${text} was accepted`);
}

/** Twelve digits from eleven. */
function withCheckDigit(eleven: string): string {
  return `${eleven}${checkDigit(eleven.slice(2))}`;
}

describe('a personal number', () => {
  it.each([
    ['twelve digits', '200702282385', '200702282385', '2007-02-28'],
    ['twelve digits and a hyphen', '20070228-2385', '200702282385', '2007-02-28'],
    ['ten digits and a hyphen', '070228-2385', '200702282385', '2007-02-28'],
    ['ten digits', '0702282385', '200702282385', '2007-02-28'],
    ['blanks around and inside', ' 20070228 2385 ', '200702282385', '2007-02-28'],
    ['29 February', '20080229-2383', '200802292383', '2008-02-29'],
    ['ten digits of somebody born in the last century', '411111-2381', '194111112381', '1941-11-11'],
    ['ten digits and a plus, from the year one turns 100', '251005+2380', '192510052380', '1925-10-05'],
    ['twelve digits and a plus', '19251005+2380', '192510052380', '1925-10-05'],
    ['born today', withCheckDigit('20261122238').slice(2), withCheckDigit('20261122238'), '2026-11-22'],
    ['born tomorrow a hundred years ago', withCheckDigit('19261123238').slice(2), withCheckDigit('19261123238'), '1926-11-23'],
  ])('is read from %s', (_, text, number, born) => {
    expect(parse(text)).toEqual({ kind: 'PERSONAL_NUMBER', number, born });
  });

  it.each([
    ['a wrong check digit', '200702282380', /kontrollsiffra/u],
    ['30 February', withCheckDigit('20260230238'), /kalendern/u],
    ['29 February in a year without one', withCheckDigit('20070229238'), /kalendern/u],
    ['month 13', withCheckDigit('20071301238'), /kalendern/u],
    ['an unknown month', withCheckDigit('20070015238'), /kalendern/u],
    ['an unknown day', withCheckDigit('20070100238'), /kalendern/u],
    ['day 32', withCheckDigit('20070132238'), /kalendern/u],
    ['eleven digits', '20070228238', /skrivs/u],
    ['no digits', 'okänt', /skrivs/u],
    ['nothing', '', /skrivs/u],
    ['a plus before the year one turns 100', '20070228+2385', /skrivs/u],
    ['a letter in the date', '2007A2282385', /skrivs/u],
  ])('is refused with %s', (_, text, message) => {
    const { details } = faultOf(text);
    expect(details).toMatchObject({ code: 'PERSONAL_NUMBER_INVALID', kind: 'VALIDATION', path: 'number' });
    expect(details.message.sv).toMatch(message);
  });

  it('never stands in the fault', () => {
    expect(JSON.stringify(faultOf('200702282380').details)).not.toContain('0702');
  });
});

describe('a coordination number', () => {
  it.each([
    ['the day plus 60', withCheckDigit('20070462238'), '2007-04-02'],
    ['an unknown day', withCheckDigit('20070460238'), '2007-04'],
    ['an unknown month and day', withCheckDigit('20070060238'), '2007'],
    ['an unknown month', withCheckDigit('20070075238'), '2007'],
    ['31 January', withCheckDigit('20070191238'), '2007-01-31'],
  ])('with %s gives the birth date as far as it is known', (_, number, born) => {
    expect(parse(number)).toEqual({ kind: 'COORDINATION_NUMBER', number, born });
    expect(parse(`${number.slice(2, 8)}-${number.slice(8)}`)).toEqual({ kind: 'COORDINATION_NUMBER', number, born });
  });

  it.each([
    ['31 April', withCheckDigit('20070491238')],
    ['day 92', withCheckDigit('20070192238')],
    ['month 13', withCheckDigit('20071360238')],
    ['a wrong check digit and an unknown day', '200704602381'],
    ['a wrong check digit', '200704622381'],
  ])('is refused with %s', (_, number) => {
    expect(faultOf(number).details.code).toBe('PERSONAL_NUMBER_INVALID');
  });
});

describe('a reserve number', () => {
  it('has a letter after the date and no check digit', () => {
    expect(parse('20070616-R238')).toEqual({ kind: 'RESERVE_NUMBER', number: '20070616R238', born: '2007-06-16' });
    expect(parse('20070616r239').number).toBe('20070616R239');
  });

  it('may lack the day', () => {
    expect(parse('20070600R238').born).toBe('2007-06');
    expect(parse('20070000R238').born).toBe('2007');
  });

  it('is refused with a date that is none', () => {
    expect(faultOf('20070631R238').details.code).toBe('PERSONAL_NUMBER_INVALID');
  });
});

describe('the test pattern', () => {
  it('gives one number to a woman and one to a man of each birth date', () => {
    expect(testPersonalNumber(asLocalDate('2007-02-28'), 'WOMAN')).toBe('200702282385');
    expect(testPersonalNumber(asLocalDate('2007-02-28'), 'MAN')).toBe('200702282393');
  });

  it('gives coordination numbers to births known in part', () => {
    expect(['2007-04-02', '2007-04', '2007'].map((born) => parse(testCoordinationNumber(born, 'MAN')).born)).toEqual(['2007-04-02', '2007-04', '2007']);
  });
});

const anyDate = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(asLocalDate('1880-01-01'), days));
const anySerial = fc.integer({ min: 1, max: 999 }).map((serial) => String(serial).padStart(3, '0'));

describe('the check digit', () => {
  it('is the one that the package expects, on every date and serial', () => {
    fc.assert(fc.property(anyDate, anySerial, (date, serial) => {
      const body = `${date.replaceAll('-', '')}${serial}`;
      const valid = [...'0123456789'].filter((digit) => personnummer.valid(`${body}${digit}`));
      expect(valid).toEqual([checkDigit(body.slice(2))]);
    }));
  });
});

describe("the database's own check", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  async function accepted(numbers: readonly string[]): Promise<readonly (string | null)[]> {
    return withClient(database.superuserUrl, async (client) => {
      const { rows } = await client.query<{ kind: string | null }>(
        `select case when access.valid_number('PERSONAL_NUMBER', n) then 'PERSONAL_NUMBER'
            when access.valid_number('COORDINATION_NUMBER', n) then 'COORDINATION_NUMBER' end as kind
          from unnest($1::text[]) with ordinality as t (n, i) order by i`,
        [numbers],
      );
      return rows.map(({ kind }) => kind);
    });
  }

  function kindOf(number: string): string | null {
    try {
      return parse(number).kind;
    } catch {
      return null;
    }
  }

  it('agrees on every last digit of numbers of all kinds', async () => {
    const bodies = fc.sample(
      fc.tuple(anyDate, anySerial, fc.constantFrom('PERSONAL', 'COORDINATION', 'NO_DAY', 'NO_MONTH')).map(([date, serial, kind]) => {
        const [year, month, day] = date.split('-');
        const coordination = String(Number(day) + 60);
        return { PERSONAL: `${year}${month}${day}`, COORDINATION: `${year}${month}${coordination}`, NO_DAY: `${year}${month}60`, NO_MONTH: `${year}0060` }[kind] + serial;
      }),
      200,
    );
    const numbers = bodies.flatMap((body) => [...'0123456789'].map((digit) => `${body}${digit}`));
    expect(await accepted(numbers)).toEqual(numbers.map(kindOf));
  });

  it('agrees on which days a month of 31 may have, with 60 added or not', async () => {
    const numbers = Array.from({ length: 100 }, (_, day) => withCheckDigit(`200701${String(day).padStart(2, '0')}238`));
    expect(await accepted(numbers)).toEqual(numbers.map(kindOf));
  });
});
