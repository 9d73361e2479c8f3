/** What would change an answer, and what would not; and the timeline of somebody whose birth date is half known. */
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { decide } from '../../src/responsibility/decide.rules.ts';
import { parseQuestion } from '../../src/responsibility/question.parse.ts';
import type { Question } from '../../src/responsibility/question.model.ts';
import { sensitivity } from '../../src/responsibility/sensitivity.rules.ts';
import type { Sensitivity } from '../../src/responsibility/sensitivity.rules.ts';
import { timeline } from '../../src/responsibility/timeline.rules.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';
import { ongoingQuestion } from './arbitrary-question.ts';

const routines = loadRoutines();

function ask(routine: string, asOf: string, birthDate: string, facts: readonly object[] = []): Question {
  const question = parseQuestion({ id: 'q', routine, ask: 'ONGOING', asOf, person: { birthDate }, facts }, routines);
  if ('error' in question) throw new Error(question.error.path);
  return question;
}

function whatWouldChange(question: Question): readonly Sensitivity[] {
  return sensitivity(question, routines, (facts, asOf) => decide({ ...question, facts, asOf }, routines));
}

const sentences = (question: Question): readonly string[] => whatWouldChange(question).map(({ text }) => text.sv);

describe('what would change an answer', () => {
  const placed = { kind: 'FAMILY_HOME_PLACEMENT', from: '2020-01-01' };
  const studying = { kind: 'UPPER_SECONDARY_STUDIES', from: '2022-08-20' };

  it('tells what the end of each deciding fact leads to, and until when it matters', () => {
    const told = sentences(ask('OSTHAMMAR', '2026-11-22', '2006-05-15', [placed, studying]));
    expect(told).toContain('Om gymnasiestudierna upphör före 2027-05-15, då ansvarar vuxenenheten från den dagen.');
    expect(told).toContain('Om familjehemsplaceringen upphör före 2027-05-15, då ansvarar vuxenenheten från den dagen.');
  });

  it('tells the earliest transfer where the exception has not begun to hold', () => {
    const told = sentences(ask('OSTHAMMAR', '2025-11-22', '2006-05-15', [placed, { ...studying, until: '2026-06-12' }]));
    expect(told).toContain('Om gymnasiestudierna upphör före 2026-06-12, då går ansvaret över till vuxenenheten tidigare än 2026-06-12, som tidigast 2026-05-15.');
    expect(told).toContain('Om gymnasiestudierna fortsätter efter 2026-06-12, då går ansvaret över till vuxenenheten 2027-05-15 i stället för 2026-06-12.');
  });

  it('tells what a fact that nobody recorded would mean', () => {
    const told = sentences(ask('OSTHAMMAR', '2026-11-22', '2006-05-15', [placed]));
    expect(told).toContain('Om gymnasiestudier redan pågår sedan tidigare, då ansvarar barn och ungdom, och då går ansvaret över till vuxenenheten 2027-05-15.');
    expect(told).toContain('Om LVU-vård börjar 2026-11-22, då ansvarar barn och ungdom, och då går ansvaret över till vuxenenheten 2027-05-15.');
    expect(told.some((text) => text.startsWith('Om gymnasiestudier börjar 2026-11-22, då är det inte avgjort vem som ansvarar'))).toBe(true);
  });

  it('tells what settling a fact that is not known would mean', () => {
    const told = sentences(ask('OSTHAMMAR', '2026-11-22', '2006-05-15', [{ kind: 'LVU_CARE', from: '2025-01-01', known: false }]));
    expect(told).toContain('Om det visar sig att LVU-vården stämmer, då ansvarar barn och ungdom, och då går ansvaret över till vuxenenheten 2027-05-15.');
    expect(told).toContain('Om det visar sig att LVU-vården inte stämmer, då ansvarar vuxenenheten.');
  });

  it('tells a deadline that an assessment brings, and that a gap would open', () => {
    const told = sentences(ask('DISTRICT', '2026-11-22', '2008-02-15', [{ kind: 'OPEN_CASE', from: '2020-01-01', unit: 'CHILD_YOUTH' }]));
    expect(told).toContain('Om fortsatt behov bedöms: ja, då gäller tidsfrist: avisering 2026-08-15.');
    expect(told).toContain('Om mötet beslutar att ingen överföring sker, då går ansvaret inte över 2027-02-15.');
  });

  it('says nothing of what makes no difference: every sentence stands for another answer', () => {
    fc.assert(
      fc.property(ongoingQuestion, (question) => {
        const base = decide(question, routines);
        for (const { answer, text, variation } of whatWouldChange(question)) {
          const told = (one: typeof base): unknown => [one.outcome, one.handlingUnit, one.authorityUnit, one.costUnit, one.interimUnit, one.parallelUnits, one.nextTransferDate, one.deadlines.map(({ kind, date }) => [kind, date])];
          expect(told(answer)).not.toEqual(told(base));
          // The answer is what `evaluate` gives for the same facts.
          expect(answer).toEqual(decide({ ...question, facts: variation.facts }, routines));
          expect(text.sv).toMatch(/^Om .+, då .+\.$/u);
          expect(text.en).toMatch(/^If .+, then .+\.$/u);
          expect(`${text.sv}${text.en}`).not.toMatch(/undefined|null|då \./u);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has nothing to say where the routine has no table of ongoing responsibility', () => {
    expect(whatWouldChange(ask('IFO_UNITS', '2026-11-22', '2006-05-15'))).toEqual([]);
  });
});

describe('a timeline where only the year of birth is known', () => {
  it('is certain where every possible day gives the same, and says where it is not', () => {
    const question = ask('OSTHAMMAR', '2025-11-22', '2006');
    const told = timeline(question, routines, question.asOf, 25).map(({ from, until, outcome, authorityUnit, reason }) => [from, until, outcome, authorityUnit, reason?.sv ?? null]);
    expect(told).toEqual([
      ['2025-11-22', '2026-01-01', 'DETERMINED', 'CHILD_YOUTH', null],
      ['2026-01-01', '2026-12-31', 'UNDETERMINED', null, 'personen kan ha fyllt 20; födelsedatumet är inte helt känt'],
      ['2026-12-31', '2031-12-31', 'DETERMINED', 'ADULT', 'personen har säkert fyllt 20'],
    ]);
  });

  it('answers as `evaluate` does on every day', () => {
    const question = ask('DISTRICT', '2026-11-22', '2008-03', [{ kind: 'CONTINUED_NEED', from: '2026-01-01', value: 'YES' }]);
    for (const { from, until, outcome, authorityUnit, interimUnit } of timeline(question, routines, question.asOf, 25)) {
      for (const asOf of [from, until]) {
        const answer = decide({ ...question, asOf }, routines);
        if (asOf === from) expect(answer).toMatchObject({ outcome, authorityUnit, interimUnit });
        else if (until < '2033-01-01') expect([answer.outcome, answer.authorityUnit, answer.interimUnit]).not.toEqual([outcome, authorityUnit, interimUnit]);
      }
    }
  });

  it('cites the rules of each stretch', () => {
    const question = ask('OSTHAMMAR', '2025-11-22', '2006-05-15');
    for (const { ruleIds, citations } of timeline(question, routines, question.asOf, 25)) {
      expect(citations.map(({ ruleId }) => ruleId)).toEqual(ruleIds);
      expect(citations[0]).toMatchObject({ document: '000_76ed75563cfbf787.txt', section: 'Allmänt' });
    }
  });
});

describe('a partial birth date', () => {
  it('gives the answer that is the same for every day, though the days rest on different side rules', () => {
    const answer = decide(ask('OSTHAMMAR', '2027-07-01', '2006'), routines);
    expect(answer).toMatchObject({ outcome: 'DETERMINED', authorityUnit: 'ADULT', ruleIds: ['R0-05'], asks: [] });
  });
});
