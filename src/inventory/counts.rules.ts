/** The counts of rule catalogue F.7: totals, and known transfers per receiver, month and need. */
import type { LocalDate } from '../kernel/local-date.ts';
import { covers } from '../kernel/period.ts';
import type { UnitKey } from '../routine/vocabulary.model.ts';
import { needCategories, type InventoryRow, type InventoryTerm, type NeedCategory } from './inventory.model.ts';

export interface InventoryTotals {
  readonly known: number;
  /** Of the known: the day of transfer has come. */
  readonly overdue: number;
  /** Of the known: the deadline has passed and nothing is done. */
  readonly deadlineMissed: number;
  /** Of the known: the deadline falls in the term. */
  readonly deadlineInTerm: number;
  readonly assessmentMissing: number;
  readonly undetermined: number;
  /** Of the known, in three parts that make the whole. */
  readonly placedByFosterCare: number;
  readonly inLvuCare: number;
  readonly ordinary: number;
  /** Of the known: no consent to named sharing. */
  readonly consentMissing: number;
  readonly early: number;
}

/** Known transfers to a receiver in a month. A person with several needs is counted in each, and once in `persons`. */
export interface InventoryCount {
  /** Null where nobody is decided and the routine names several. */
  readonly receiver: UnitKey | null;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly persons: number;
  readonly byNeed: Readonly<Record<NeedCategory, number>>;
}

export interface InventoryCounts {
  readonly totals: InventoryTotals;
  /** By month, then by receiver. */
  readonly transfers: readonly InventoryCount[];
}

/** Counts the rows; each row is one person. */
export function countInventory(rows: readonly InventoryRow[], term: InventoryTerm): InventoryCounts {
  const known = rows.filter(({ block }) => block === 'KNOWN');
  const count = (holds: (row: InventoryRow) => boolean): number => known.filter(holds).length;
  const inBlock = (wanted: InventoryRow['block']): number => rows.filter(({ block }) => block === wanted).length;
  return {
    totals: {
      known: known.length,
      overdue: count(({ isOverdue }) => isOverdue),
      deadlineMissed: count(({ status }) => status === 'MISSING'),
      deadlineInTerm: count(({ deadline }) => deadline !== null && covers(term, deadline)),
      assessmentMissing: inBlock('ASSESSMENT_MISSING'),
      undetermined: inBlock('UNDETERMINED'),
      placedByFosterCare: count(({ setting }) => setting === 'FOSTER_CARE'),
      inLvuCare: count(({ setting }) => setting === 'LVU'),
      ordinary: count(({ setting }) => setting === 'ORDINARY'),
      consentMissing: count(({ candidate }) => !candidate.hasConsent),
      early: inBlock('EARLY'),
    },
    transfers: countTransfers(known),
  };
}

function countTransfers(known: readonly InventoryRow[]): readonly InventoryCount[] {
  const groups = new Map<string, { readonly receiver: UnitKey | null; readonly month: string; readonly rows: InventoryRow[] }>();
  for (const row of known) {
    if (row.transferDate === null) continue;
    const month = monthOf(row.transferDate);
    const key = `${month} ${row.receiver ?? ''}`;
    const group = groups.get(key) ?? { receiver: row.receiver, month, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { receiver, month, rows }]) => ({ receiver, month, persons: rows.length, byNeed: countNeeds(rows) }));
}

function countNeeds(rows: readonly InventoryRow[]): Readonly<Record<NeedCategory, number>> {
  const counts = Object.fromEntries(needCategories.map((category) => [category, 0])) as Record<NeedCategory, number>;
  for (const row of rows) for (const category of row.needCategories) counts[category] += 1;
  return counts;
}

function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}
