import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { termInventory } from '../../reports/term-inventory.ts';
import { blockOfSheet } from '../../src/reporting/upcoming-transfer.type.ts';
import { at, openApi, today, type Api } from '../support/api.ts';
import { openReports, type Reports } from './reports.ts';

let reports: Reports;
let api: Api;

beforeAll(async () => {
  reports = await openReports();
  api = await openApi({ appUrl: reports.appUrl });
});
afterAll(async () => {
  await api.close();
  await reports.close();
});

const columns = Object.keys(termInventory.columns);
const question = `query ($organisation: String!, $term: String!) {
  upcomingTransfers(organisation: $organisation, term: $term, asOf: "${today}") {
    rows { block ${columns.join(' ')} } totals { known overdue undetermined assessmentMissing early }
  }
}`;

describe('upcoming transfers over GraphQL', () => {
  it.each([
    ['osthammar.child-youth.operations-manager', 'HT2026'],
    ['osthammar.adult.operations-manager', 'HT2026'],
    ['osthammar.child-youth.caseworker', 'VT2027'],
    ['osthammar.ifo-head', 'HT2026'],
    ['district.child-youth.deputy-unit-manager', 'HT2026'],
    ['district.aof.deputy-unit-manager', 'VT2027'],
    ['district.youth.unit-manager', 'HT2026'],
  ])('give %s the rows and counts of the file for %s', async (userName, term) => {
    const organisation = userName.split('.')[0] ?? '';
    const report = await reports.build(userName, term, today);
    const answer = await api.as(userName).send(question, { organisation, term });
    expect(at(answer, 'data', 'upcomingTransfers', 'rows')).toEqual(
      report.rows.map(({ sheet, row }) => ({ block: blockOfSheet[sheet], ...row })),
    );
    const totals = report.counts?.totals;
    expect(at(answer, 'data', 'upcomingTransfers', 'totals')).toEqual(
      totals === undefined
        ? null
        : {
            known: totals.known,
            overdue: totals.overdue,
            undetermined: totals.undetermined,
            assessmentMissing: totals.assessmentMissing,
            early: totals.early,
          },
    );
  });

  it.each([
    ['osthammar.administrator', 'osthammar', 'HT2026', 'FORBIDDEN'],
    ['osthammar.bi-reader', 'osthammar', 'HT2026', 'FORBIDDEN'],
    ['ifo-units.adult.coordinator', 'ifo-units', 'HT2026', 'NO_INVENTORY'],
    ['osthammar.child-youth.operations-manager', 'district', 'HT2026', 'NOT_FOUND'],
    ['osthammar.child-youth.operations-manager', 'osthammar', 'HT26', 'TERM_INVALID'],
  ])('refuse %s the inventory of %s for %s: %s', async (userName, organisation, term, code) => {
    const answer = await api.as(userName).send(question, { organisation, term });
    expect(at(answer, 'errors', 0, 'extensions', 'code')).toBe(code);
  });
});
