/** The proof finds what it says it finds: each fault is planted once in a routine that is sound. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { evaluateAll } from '../../src/responsibility/evaluate.ts';
import { parseQuestion } from '../../src/responsibility/question.parse.ts';
import { citationFaults, idsBetween, sharedIds } from '../../src/routine/proof/citation.check.ts';
import { rowsHit } from '../../src/routine/proof/coverage.rules.ts';
import type { Finding } from '../../src/routine/proof/finding.model.ts';
import { findingsOf, proveRoutine } from '../../src/routine/proof/proof.rules.ts';
import { quotationFaults } from '../../src/routine/proof/quotation.check.ts';
import { digestOf, loadRoutines, readRoutine, routineFolder, sealFile } from '../../src/routine/routine.loader.ts';
import type { Routine } from '../../src/routine/version.model.ts';
import { checkRoutines } from '../../src/tools/check-routines.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const askholm = readFileSync(here('fifth/routines/askholm.yaml'), 'utf8');
const text = readFileSync(here('fifth/texts/askholm.txt'), 'utf8');
const shipped = ['district.yaml', 'ifo-units.yaml', 'osthammar.yaml'] as const;

function planted(source: string, from: string, to: string): Routine {
  expect(source.split(from)).toHaveLength(2);
  return readRoutine(source.replace(from, to), 'planted.yaml').routine;
}

function messages(findings: readonly Pick<Finding, 'message'>[]): readonly string[] {
  return findings.map(({ message }) => message);
}

describe('the shipped routines', () => {
  it.each(shipped)('%s is known to be proven, so that loading it takes no time', (file) => {
    const seal: unknown = JSON.parse(readFileSync(sealFile(), 'utf8'));
    expect(seal).toHaveProperty([file], digestOf(readFileSync(join(routineFolder(), file), 'utf8')));
  });

  it('are proven over every situation, row, sentence and scenario', () => {
    const { faults, figures } = checkRoutines({ routines: routineFolder(), scenarios: here('../routines') });
    expect(faults).toEqual([]);
    expect(figures.filter((line) => line.endsWith('proven'))).toHaveLength(shipped.length);
  });

  it('have a question for each row that decides, and the engine comes to that row', () => {
    const library = loadRoutines();
    for (const routine of library.values()) {
      for (const { examples, figures, from } of proveRoutine(routine)) {
        expect(examples.size).toBe(figures.rows);
        for (const [row, asked] of examples) {
          const question = parseQuestion(asked, library);
          if ('error' in question) throw new Error(`the question of row ${row} is refused: ${question.error.message}`);
          expect(rowsHit(routine, question)).toContain(`${from} ${figures.table} ${row}`);
        }
      }
    }
  });

  it('share no id', () => {
    expect(sharedIds(loadRoutines())).toEqual([]);
    const twice = new Map([...loadRoutines()].flatMap(([key, routine]) => [[key, routine], [`${key}_AGAIN`, { ...routine, key: `${key}_AGAIN` }]]));
    expect(sharedIds(twice)[0]).toBe('R3-01 is a sentence of DISTRICT and DISTRICT_AGAIN');
  });
});

describe('order that only the order of rows tells', () => {
  const osthammar = readFileSync(join(routineFolder(), 'osthammar.yaml'), 'utf8');

  it('is found where nothing declares it, and shown by a person whom the engine answers', () => {
    const routine = planted(osthammar, '          unless: [8b, "11"]\n', '          unless: [8b]\n');
    const [finding, ...more] = findingsOf(routine);
    expect(more).toEqual([]);
    expect(finding?.message).toBe('rows 11 and 12 of newMatter overlap with different answers, and only their order decides');
    expect(finding?.question).toMatchObject({ ask: 'NEW_MATTER', matter: { type: 'DRIVING_LICENCE_OPINION' } });
    expect(evaluateAll([finding?.question])).toMatchObject([{ handlingUnit: 'CHILD_YOUTH', ruleIds: ['R0-17'] }]);
  });

  it.each([
    ['an order that no situation needs', 'row: under 18\n', 'row: under 18\n          unless: ABOVE\n', 'row under 18: unless is not needed: it shares no situation with a row above'],
    ['a row with which it shares nothing', 'row: under 18\n', 'row: under 18\n          unless: [institution]\n', 'row under 18: unless names row institution, with which it shares no situation'],
    ['a row that is not there', 'row: under 18\n', 'row: under 18\n          over: [over 18]\n', 'row under 18: over names a row that is not there: over 18'],
    ['a row on the wrong side', 'row: under 18\n', 'row: under 18\n          over: [institution]\n', 'row under 18: over names row institution, which does not stand below'],
  ])('%s', (_what, from, to, message) => {
    expect(messages(findingsOf(planted(askholm, from, to)))).toEqual([message]);
  });
});

describe('a gap', () => {
  it('is shown by somebody who falls into it, also where another table asks that one', () => {
    const found = findingsOf(planted(askholm, 'ids: [A-02]\n          answer', 'ids: [A-02]\n          unless: [diagnosis missing]\n          when: { fromAge: 18, beforeAge: 90 }\n          answer'));
    expect(messages(found)).toEqual(['the table has a gap: no row of ongoing answers']);
    expect(found[0]?.question).toEqual({ id: 'proof', routine: 'ASKHOLM', ask: 'ONGOING', asOf: '2020-02-03', person: { birthDate: '1930-02-03' } });
  });
});

describe('a row or what it adds that no situation meets', () => {
  it('is named with the reason', () => {
    const impossible = planted(askholm, 'when: { beforeAge: 18 }', 'when: { beforeAge: 18, facts: [{ kind: LVU_CARE }], noFacts: [{ kind: LVU_CARE }] }');
    expect(messages(findingsOf(impossible))).toContain('row under 18 of ongoing is never reached: no situation meets its condition');
    const note = planted(askholm, 'ids: [A-01]\n          when: { beforeAge: 18 }', 'ids: [A-01]\n          when: { beforeAge: 18 }\n          also: [{ when: { fromAge: 20 }, ids: [A-04] }]');
    expect(messages(findingsOf(note))).toEqual(['what row under 18 of ongoing also says is never added']);
  });
});

describe('the sentences of a routine', () => {
  it.each([
    ['one is missing', 'rules: A-01..A-11', 'rules: A-01..A-12', ['sentence A-12 of document A is missing']],
    ['one is too many', 'rules: A-01..A-11', 'rules: A-01..A-10', ['sentence A-11 is not among those its document says it has']],
    ['the document does not say which', ', rules: A-01..A-11', '', ['document A does not say which sentences it has']],
    ['one is used by nothing', 'ids: [A-08]', 'ids: [A-07]', ['sentence A-08 is used by nothing, and does not say why']],
    ['one is text only, and used', 'en: What the notice shall contain }', 'en: What the notice shall contain, textOnly: { sv: En definition., en: A definition. } }', ['sentence A-09 is said to be text only, and is used']],
  ])('%s', (_what, from, to, expected) => {
    const found = messages(citationFaults(planted(askholm, from, to)));
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  it('are all there where they are', () => {
    expect(citationFaults(planted(askholm, 'rules: A-01..A-11', 'rules: A-01..A-11 '))).toEqual([]);
    expect(idsBetween('R0-08..R0-11')).toEqual(['R0-08', 'R0-09', 'R0-10', 'R0-11']);
    expect(idsBetween('R3-98..R3-101')).toEqual(['R3-98', 'R3-99', 'R3-100', 'R3-101']);
    expect(idsBetween('R0-01..R1-02')).toEqual([]);
  });
});

describe('quotations', () => {
  const inText = (routine: Routine, source = text): readonly string[] => messages(quotationFaults(routine, () => source));

  it.each([
    ['other words', 'text: Saknas dokumenterad diagnos lyfts', 'text: Saknas diagnos lyfts', ['A-05: the quotation is not there in askholm.txt: Saknas diagnos lyfts frågan']],
    ['another heading', 'section: Oenighet', 'section: Nya ärenden', ['A-11: the quotation stands under another heading than "Nya ärenden" in askholm.txt: lyfts frågan från handläggare till enhetschefer och sist till avdelningschefen.']],
    ['a heading that is not there', 'section: Oenighet', 'section: Tvist', ['A-11: no heading "Tvist" in askholm.txt']],
    ['errors of scanning without correct Swedish', 'text: Saknas dokumenterad diagnos lyfts frågan', 'text: Saknas d0kumenterad diagnos', ['A-05: the quotation is not there in askholm.txt: Saknas d0kumenterad diagnos', 'A-05: the quotation has errors of scanning and is not given in correct Swedish']],
  ])('%s', (_what, from, to, expected) => {
    expect(inText(planted(askholm, from, to))).toEqual(expected);
  });

  it('may run over lines, and stand under a heading as scanned', () => {
    expect(inText(readRoutine(askholm, 'askholm.yaml').routine)).toEqual([]);
    const scanned = planted(askholm, 'rules: A-01..A-11', 'rules: A-01..A-11, headings: { Oenighet: 0enighet }');
    expect(inText(scanned, text.replace('\nOenighet', '\n0enighet'))).toEqual([]);
  });

  it('need their text', () => {
    const { routine } = readRoutine(askholm, 'askholm.yaml');
    expect(messages(quotationFaults(routine, () => undefined))).toEqual(['there is no text askholm.txt']);
  });
});

describe("the organisation's own ways", () => {
  it.each([
    ['a ladder without a step', '{ level: 2, roles: [UNIT_MANAGER]', '{ level: 4, roles: [UNIT_MANAGER]', 'ladder ALL: level 4 stands where level 2 belongs'],
    ['a role that does not exist', 'required: [UNIT_MANAGER]', 'required: [CHIEF]', 'unknown role CHIEF'],
    ['a meeting without rhythm', 'rhythm: { every: 1, unit: TERMS }', 'rhythm: { every: 1 }', 'meeting TRANSITIONS needs one rhythm'],
    ['a meeting that is not there', '      meeting: TRANSITIONS\n', '      meeting: REVIEW\n', 'the inventory is for a meeting that is not there: REVIEW'],
    ['a unit without disclosure', 'to: [FAMILY, ADULT_SUPPORT], answer', 'to: [FAMILY], answer', "unit ADULT_SUPPORT has 0 answers to 'active elsewhere'"],
    ['a threshold that no table knows', 'notice: { value: 4,', 'notice: { value: 5,', 'threshold notice is 5, and no table says so under months'],
    ['a citation that is missing', 'answer: CONTACT_NEEDED, ids: [A-10]', 'answer: CONTACT_NEEDED, ids: []', 'missing citation in disclosure'],
  ])('%s', (_what, from, to, message) => {
    expect(messages(findingsOf(planted(askholm, from, to)))).toEqual([message]);
  });
});

describe('a row without a scenario', () => {
  it('is named, with a question that comes to it', () => {
    const { faults } = checkRoutines({ routines: here('fifth/routines'), scenarios: here('fifth/texts') });
    expect(faults).toHaveLength(7);
    expect(faults[0]).toMatch(/^askholm\.yaml:\d+: no scenario comes to row institution of ongoing .*shown by: \[\{"id":"proof","routine":"ASKHOLM"/u);
  });
});
