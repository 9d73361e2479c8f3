import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluateAll } from '../../src/responsibility/evaluate.ts';
import { at } from '../support/api.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const answerFields = `outcome handlingUnit authorityUnit costUnit interimUnit parallelUnits coHandler { requirement unit } consultations { unit role before ruleIds }
  validFrom validTo nextTransferDate deadlines { kind date force status ruleIds } raiseAt asks coordinator { caseworker unit planQuestion } ruleIds
  citations { ruleId document section } explanation { sv en } notes { code sv en }`;
const document = `query ($question: QuestionInput!) { evaluateResponsibility(question: $question) {
  __typename ... on DomainError { code path messageSv messageEn } ... on Responsibility { ${answerFields} } } }`;
const ask = async (question: object) => at(await world.as('alpha/ADULT', 'BI_READER').ask(document, { question }), 'evaluateResponsibility');

describe('the what-if', () => {
  it.each([
    { id: 'a', routine: 'OSTHAMMAR', ask: 'ONGOING', asOf: '2027-05-14', person: { birthDate: '2007-05-15' }, facts: [{ kind: 'LVU_CARE', from: '2025-01-01' }, { kind: 'CONTINUED_NEED', from: '2026-01-01', value: 'YES' }] },
    { id: 'b', routine: 'OSTHAMMAR', ask: 'NEW_MATTER', asOf: '2027-05-14', person: { birthDate: '2000-01-01' }, matter: { type: 'ARREARS', receivedBy: 'ADULT', householdHasChildren: true } },
    { id: 'c', routine: 'DISTRICT', ask: 'ONGOING', asOf: '2026-11-22', person: { birthDate: '2007-05-15' }, facts: [{ kind: 'UPPER_SECONDARY_STUDIES', from: '2024-08-20', known: false }] },
    { id: 'd', routine: 'IFO_UNITS', ask: 'COORDINATOR', asOf: '2026-11-22', involvements: [
      { unit: 'CHILD_YOUTH', caseworker: 'x', caseworkerContactSince: '2026-01-01', unitContactSince: '2025-01-01' },
      { unit: 'ADULT', caseworker: 'y', caseworkerContactSince: '2026-02-01', unitContactSince: '2025-01-01', investigationOpen: true }] },
  ])('answers question $id as the command line does', async (question) => {
    const [{ id, ...expected } = { id: '' }] = evaluateAll([question]);
    expect(id).toBe(question.id);
    expect(await ask(question)).toEqual({ __typename: 'Responsibility', ...expected });
  });

  it.each([
    ['a date that is none', { routine: 'OSTHAMMAR', ask: 'ONGOING', asOf: '2026-02-30', person: { birthDate: '2007-05-15' } }, 'INVALID_DATE', 'question.asOf'],
    ['an unknown routine', { routine: 'ATLANTIS', ask: 'ONGOING', asOf: '2026-02-20' }, 'UNKNOWN_NAME', 'question.routine'],
    ['a unit of another routine', { routine: 'OSTHAMMAR', ask: 'ONGOING', asOf: '2026-02-20', person: { birthDate: '2007-05-15' }, facts: [{ kind: 'OPEN_CASE', unit: 'YOUTH' }] }, 'UNIT_OF_ANOTHER_ROUTINE', 'question.facts[0].unit'],
    ['a period that ends before it starts', { routine: 'OSTHAMMAR', ask: 'ONGOING', asOf: '2026-02-20', person: { birthDate: '2007-05-15' }, facts: [{ kind: 'LVU_CARE', from: '2025-01-01', until: '2024-01-01' }] }, 'PERIOD_NOT_FORWARD', 'question.facts[0].until'],
    ['a day before birth', { routine: 'OSTHAMMAR', ask: 'ONGOING', asOf: '2006-02-20', person: { birthDate: '2007-05-15' } }, 'AS_OF_BEFORE_BIRTH', 'question.asOf'],
  ])('refuses %s, naming the field in both languages', async (_what, question, code, path) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ __typename: 'ValidationError', code, path });
    expect(at(answer, 'messageSv')).not.toBe(at(answer, 'messageEn'));
  });

  it('names nobody, and leaves nothing in the audit', async () => {
    expect((await world.town.query('select from audit_event')).rowCount).toBe(0);
  });
});
