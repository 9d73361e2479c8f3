/** A table proves something only if a wrong answer is noticed: each field that a table may state is tried both ways. */
import { describe, expect, it } from '@jest/globals';
import { differences, type ContractAnswer } from './compare.ts';
import type { Expectation } from './scenario-table.ts';

const answer: ContractAnswer = {
  id: 'q',
  outcome: 'DETERMINED',
  handlingUnit: 'CHILD_YOUTH',
  authorityUnit: 'CHILD_YOUTH',
  costUnit: 'CHILD_YOUTH',
  interimUnit: null,
  parallelUnits: ['IOF', 'AOF'],
  coHandler: { requirement: 'REQUIRED', unit: 'ADULT' },
  consultations: [{ unit: 'ADULT', role: 'OPERATIONS_MANAGER', before: 'COST_DECISION', ruleIds: ['R0-16'] }],
  validFrom: '2025-05-15',
  validTo: null,
  nextTransferDate: '2027-05-15',
  deadlines: [{ kind: 'NOTICE', date: '2025-11-15', force: 'NORM', status: 'MET', ruleIds: ['R3-51'] }],
  raiseAt: null,
  asks: ['CONTINUED_NEED'],
  coordinator: { caseworker: 'a', unit: 'ADULT', planQuestion: 'ASK' },
  ruleIds: ['R0-05'],
  citations: [{ ruleId: 'R0-05', document: 'd', section: 's' }],
  explanation: { sv: 'x', en: 'x' },
  notes: [{ code: 'PROJECTED', sv: 'x', en: 'x' }],
};

const right: Expectation = {
  outcome: 'DETERMINED',
  unit: 'CHILD_YOUTH',
  handlingUnit: 'CHILD_YOUTH',
  authorityUnit: 'CHILD_YOUTH',
  costUnit: 'CHILD_YOUTH',
  interimUnit: null,
  parallelUnits: ['AOF', 'IOF'],
  coHandler: { unit: 'ADULT' },
  consultations: [{ unit: 'ADULT', ruleIds: ['R0-16'] }],
  validFrom: '2025-05-15',
  validTo: null,
  nextTransferDate: '2027-05-15',
  deadlines: { NOTICE: { date: '2025-11-15', status: 'MET' } },
  forces: { NOTICE: 'NORM' },
  raiseAt: null,
  asks: ['CONTINUED_NEED'],
  coordinator: { caseworker: 'a', unit: 'ADULT', planQuestion: 'ASK' },
  ruleIds: ['R0-05'],
  citations: [{ ruleId: 'R0-05' }],
  notes: ['PROJECTED'],
  withoutNotes: ['NO_VERSION'],
};

const wrong: readonly Expectation[] = [
  { outcome: 'PROPOSED' },
  { unit: 'ADULT' },
  { unit: null },
  { handlingUnit: null },
  { authorityUnit: 'ADULT' },
  { costUnit: null },
  { interimUnit: 'ADULT' },
  { parallelUnits: [] },
  { parallelUnits: ['IOF'] },
  { coHandler: { requirement: 'NONE' } },
  { coHandler: { unit: null } },
  { consultations: [] },
  { consultations: [{ unit: 'CHILD_YOUTH' }] },
  { consultations: [{ unit: 'ADULT', ruleIds: ['R0-25'] }] },
  { validFrom: '2025-05-16' },
  { validTo: '2027-05-15' },
  { nextTransferDate: null },
  { deadlines: {} },
  { deadlines: { NOTICE: { date: '2025-11-16' } } },
  { deadlines: { NOTICE: { date: '2025-11-15', status: 'LATE' } } },
  { deadlines: { NOTICE: { date: '2025-11-15' }, ADVISORY: { date: '2025-11-15' } } },
  { forces: { NOTICE: 'MUST' } },
  { raiseAt: 'COORDINATORS' },
  { asks: [] },
  { asks: ['CONTINUED_NEED', 'LVU_CARE'] },
  { coordinator: null },
  { coordinator: { caseworker: 'b', unit: 'ADULT', planQuestion: 'ASK' } },
  { coordinator: { caseworker: 'a', unit: 'ADULT', planQuestion: 'DECIDE' } },
  { ruleIds: ['R0-06'] },
  { citations: [{ ruleId: 'R0-05', document: 'e' }] },
  { notes: ['NO_VERSION'] },
  { withoutNotes: ['PROJECTED'] },
];

describe('the comparison of an answer with a table', () => {
  it('finds nothing where every field agrees', () => {
    expect(differences(right, answer)).toEqual([]);
  });

  it.each(wrong)('notices that this does not agree: %j', (expected) => {
    expect(differences(expected, answer).length).toBeGreaterThan(0);
  });
});
