/** The sheet of counts, and what its words mean (rule catalogue F.7). */
import { needCategories } from '../../reports/term-inventory.codes.ts';
import type { InventoryCounts, InventoryTotals } from '../inventory/counts.rules.ts';
import { needCategories as categories } from '../inventory/inventory.model.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { Routine } from '../routine/version.model.ts';
import type { CountSheet, Definition } from '../sheet/workbook.model.ts';
import { unitName, type UnitNames } from './term-inventory.rows.ts';

interface Total {
  readonly label: Bilingual;
  readonly meaning: Bilingual;
}

const totals: Readonly<Record<keyof InventoryTotals, Total>> = {
  known: {
    label: { sv: 'Kända överföringar', en: 'Known transfers' },
    meaning: { sv: 'Personer på fliken Inventering, var och en räknad en gång.', en: 'Persons on the sheet Inventering, each counted once.' },
  },
  overdue: {
    label: { sv: '– varav passerade', en: '– of which overdue' },
    meaning: { sv: 'Överföringsdagen har kommit utan att överföringen är avslutad.', en: 'The day of transfer has come and the transfer is not completed.' },
  },
  deadlineMissed: {
    label: { sv: '– varav fristen passerad utan åtgärd', en: '– of which deadline passed, nothing done' },
    meaning: { sv: 'Senaste dag har passerat utan medhandläggare eller avisering.', en: 'The deadline has passed without a co-handler or notice.' },
  },
  deadlineInTerm: {
    label: { sv: '– varav frist under terminen', en: '– of which deadline in the term' },
    meaning: { sv: 'Senaste dag infaller under terminen.', en: 'The deadline falls in the term.' },
  },
  placedByFosterCare: {
    label: { sv: '– varav placerade i familjehem', en: '– of which placed in family homes' },
    meaning: { sv: 'Placerade på avstämningsdagen; där rutinen skiljer ut familjevården bara de som den har placerat.', en: "Placed on the as-of date; where the routine tells the foster-care service's placements apart, only those." },
  },
  inLvuCare: {
    label: { sv: '– varav LVU', en: '– of which LVU care' },
    meaning: { sv: 'Vård enligt LVU på avstämningsdagen, utom dem som räknas under familjehem.', en: 'In LVU care on the as-of date, those counted under family homes excepted.' },
  },
  ordinary: {
    label: { sv: '– varav övriga', en: '– of which others' },
    meaning: { sv: 'Kända överföringar som inte räknas under familjehem eller LVU.', en: 'Known transfers counted neither under family homes nor under LVU.' },
  },
  consentMissing: {
    label: { sv: '– varav utan samtycke', en: '– of which without consent' },
    meaning: { sv: 'Inget samtycke till namngiven samverkan gäller i dag.', en: 'No consent to named sharing is in force today.' },
  },
  assessmentMissing: {
    label: { sv: 'Bedömning saknas', en: 'Assessment missing' },
    meaning: { sv: 'Behovet efter åldersgränsen är inte bedömt. Räknas inte som kända.', en: 'The need after the age limit is not assessed. Not counted as known.' },
  },
  undetermined: {
    label: { sv: 'Oklart ansvar', en: 'Undetermined' },
    meaning: { sv: 'Rutinen ger inget svar eller en avgörande uppgift saknas. Räknas inte som kända.', en: 'The routine gives no answer or a deciding fact is missing. Not counted as known.' },
  },
  early: {
    label: { sv: 'Tidig lista', en: 'Early list' },
    meaning: { sv: 'Når under terminen den ålder då medhandläggare helst är inkopplad.', en: 'Reach in the term the age by which a co-handler is preferably engaged.' },
  },
};

/** Totals first, then receiver × month × need. `hasEarlyList`: the routine has one. */
export function countSheet(counts: InventoryCounts, names: UnitNames, routine: Routine, hasEarlyList: boolean): CountSheet {
  const sum = (of: (count: InventoryCounts['transfers'][number]) => number): number =>
    counts.transfers.reduce((total, count) => total + of(count), 0);
  return {
    name: 'Antal',
    title: { sv: 'Antal', en: 'Counts' },
    tables: [
      {
        table: 'AntalTotalt',
        heading: { sv: 'Sammanlagt', en: 'In all' },
        columns: [
          { label: { sv: 'Uppgift', en: 'What' }, width: 38, type: 'text' },
          { label: { sv: 'Personer', en: 'Persons' }, width: 13, type: 'number' },
        ],
        rows: totalKeys(hasEarlyList).map((key) => [totals[key].label.sv, counts.totals[key]]),
      },
      {
        table: 'AntalPerMottagare',
        heading: { sv: 'Kända överföringar per mottagare, månad och behov', en: 'Known transfers per receiver, month and need' },
        columns: [
          { label: { sv: 'Mottagare', en: 'Receiver' }, width: 38, type: 'text' },
          { label: { sv: 'Månad', en: 'Month' }, width: 13, type: 'text' },
          ...categories.map((category) => ({ label: needCategories.codes[category], width: 19, type: 'number' as const })),
          { label: { sv: 'Personer', en: 'Persons' }, width: 12, type: 'number' },
        ],
        rows: counts.transfers.map(({ receiver, month, byNeed, persons }) => [
          receiver === null ? 'Ej beslutad' : unitName(receiver, names, routine),
          month,
          ...categories.map((category) => byNeed[category]),
          persons,
        ]),
        total: ['Summa', '', ...categories.map((category) => sum(({ byNeed }) => byNeed[category])), sum(({ persons }) => persons)],
      },
    ],
  };
}

/** What the totals mean, and how needs are counted. */
export function countDefinitions(hasEarlyList: boolean): readonly Definition[] {
  return [
    ...totalKeys(hasEarlyList).map((key) => ({ term: totals[key].label, meaning: totals[key].meaning })),
    {
      term: { sv: 'Behov per mottagare och månad', en: 'Needs per receiver and month' },
      meaning: {
        sv: 'En person med flera behov räknas under vart och ett, men en gång under Personer.',
        en: 'A person with several needs is counted under each, but once under Personer.',
      },
    },
  ];
}

function totalKeys(hasEarlyList: boolean): readonly (keyof InventoryTotals)[] {
  const keys = Object.keys(totals) as (keyof InventoryTotals)[];
  return hasEarlyList ? keys : keys.filter((key) => key !== 'early');
}
