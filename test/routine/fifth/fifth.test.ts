/** A fifth municipality: one YAML file and one scenario table, and everything else follows without code. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { asLocalDate } from '../../../src/kernel/local-date.ts';
import { inventoryFrame } from '../../../src/inventory/inventory-term.rules.ts';
import { takeInventory } from '../../../src/inventory/inventory.rules.ts';
import { evaluateAll } from '../../../src/responsibility/evaluate.ts';
import { htmlOf } from '../../../src/routine/print/html.rules.ts';
import { documentOf } from '../../../src/routine/print/routine-document.rules.ts';
import { loadRoutines } from '../../../src/routine/routine.loader.ts';
import { termBounds, termOf } from '../../../src/routine/term.rules.ts';
import { checkRoutines } from '../../../src/tools/check-routines.ts';
import { candidate, fact, needYes } from '../../inventory/people.ts';
import type { Person } from '../../inventory/people.ts';
import { contractAnswer, differences } from '../../routines/compare.ts';
import { readScenarios } from '../../routines/scenario-table.ts';

const folder = (name: string): string => fileURLToPath(new URL(`${name}/`, import.meta.url));
const routines = loadRoutines(folder('routines'));
const scenarios = readScenarios(new URL('scenarios/askholm.yaml', import.meta.url));

function askholm() {
  const routine = routines.get('ASKHOLM');
  const version = routine?.versions[0];
  if (routine === undefined || version === undefined) throw new Error('Askholm has no routine');
  return { routine, version };
}

describe('the questions of a fifth municipality', () => {
  it.each(scenarios)('$title', ({ question, expect: expected }) => {
    const [answer] = evaluateAll([question], routines);
    expect(differences(expected, contractAnswer.parse(answer))).toEqual([]);
  });
});

describe('its proof', () => {
  const { figures, faults } = checkRoutines({ routines: folder('routines'), scenarios: folder('scenarios'), sources: folder('texts') });

  it('finds nothing wrong: every situation answered, every row met and cited, every quotation in the text', () => {
    expect(faults).toEqual([]);
  });

  it('has gone through every situation that its own words can tell apart', () => {
    expect(figures).toEqual([
      'ASKHOLM 2020-02-03 ongoing: 4 rows; 162 situations at 6 ages, by 38 ways',
      'ASKHOLM 2020-02-03 newMatter: 3 rows; 324 situations at 6 ages, by 38 ways',
      'askholm.yaml: 11 sentences, each looked up in its text; 19 scenarios; proven',
    ]);
  });
});

describe('its terms', () => {
  it('begin on its own days', () => {
    const { version } = askholm();
    expect(termBounds(version, 'HT2026')).toEqual({ from: '2026-08-20', until: '2027-01-08' });
    expect(termOf(version, asLocalDate('2026-08-19'))).toBe('VT2026');
    expect(termOf(version, asLocalDate('2027-01-07'))).toBe('HT2026');
  });
});

describe('its inventory', () => {
  const frame = inventoryFrame([{ routine: 'ASKHOLM', from: asLocalDate('2020-02-03'), until: null }], routines, 'HT2026', asLocalDate('2026-11-01'));
  const placed = fact('INSTITUTION_PLACEMENT', '2020-01-01..');
  const disability = (diagnosisDocumented: boolean) => fact('MENTAL_DISABILITY', '2015-01-01..', { diagnosisDocumented });

  it.each<[string, Person, Record<string, unknown>]>([
    ['18 so that four months before is the last day of its term',
      { born: '2009-05-07', facts: [needYes] }, { block: 'KNOWN', transferDate: '2027-05-07', deadline: '2027-01-07', status: 'NOT_YET_DUE', receiver: 'ADULT_SUPPORT' }],
    ['18 a day later: the next term', { born: '2009-05-08', facts: [needYes] }, { excluded: 'NOT_DUE' }],
    ['placed with a documented diagnosis: 22, by its own exception',
      { born: '2005-01-15', facts: [needYes, placed, disability(true)] },
      { block: 'KNOWN', transferDate: '2027-01-15', deadline: '2026-09-15', status: 'MISSING', exceptionRuleId: 'A-03', isProjected: true }],
    ['placed without a documented diagnosis: not settled, raised where its routine says',
      { born: '2007-05-15', facts: [needYes, placed, disability(false)] }, { block: 'UNDETERMINED', raiseAt: 'DEPARTMENT_HEADS' }],
    ['need not assessed', { born: '2009-01-01' }, { block: 'ASSESSMENT_MISSING', transferDate: '2027-01-01' }],
  ])('%s', (_what, { born, facts = [] }, expected) => {
    const { rows, excluded } = takeInventory([candidate({ born, facts, more: { unit: 'FAMILY' } })], frame);
    const found = rows[0] ?? { excluded: excluded[0]?.reason };
    expect(found).toMatchObject(expected);
  });
});

describe('its page', () => {
  it('shows its rows and its ladder of three steps', () => {
    const page = htmlOf(documentOf(askholm().routine));
    for (const words of ['diagnosis missing', 'Avdelningschefen', 'Saknas dokumenterad diagnos']) expect(page).toContain(words);
    expect(askholm().version.entry.escalation[0]?.levels.map(({ level }) => level)).toEqual([1, 2, 3]);
  });
});
