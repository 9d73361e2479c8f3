/** A person's responsibility over time: half-open stretches of one answer, and what made the one before end. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { Citation, Forum, Outcome } from './answer.model.ts';
import type { FactKind, UnitKey } from './question.model.ts';

/**
 * BIRTHDAY_POSSIBLE, BIRTHDAY_CERTAIN: the earliest and the latest day on which the birthday may be, where the birth
 * date is not fully known. YEARS_AFTER_END: so many years after the end of a fact that counted until now.
 */
export const changeKinds = [
  'BIRTHDAY', 'BIRTHDAY_POSSIBLE', 'BIRTHDAY_CERTAIN', 'FACT_BEGINS', 'FACT_ENDS', 'YEARS_AFTER_END', 'NEW_VERSION', 'NEW_ROUTINE',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What happens on the day a stretch begins. */
export type Change =
  | { readonly kind: 'BIRTHDAY' | 'BIRTHDAY_POSSIBLE' | 'BIRTHDAY_CERTAIN'; readonly age: number }
  | { readonly kind: 'FACT_BEGINS' | 'FACT_ENDS'; readonly fact: FactKind }
  | { readonly kind: 'YEARS_AFTER_END'; readonly fact: FactKind; readonly years: number }
  | { readonly kind: 'NEW_VERSION' | 'NEW_ROUTINE' };

/** Half-open stretch `[from, until)` of one answer. The last ends with the timeline, whether or not its answer does. */
export interface TimelineStretch {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly outcome: Outcome;
  readonly handlingUnit: UnitKey | null;
  readonly authorityUnit: UnitKey | null;
  readonly costUnit: UnitKey | null;
  readonly interimUnit: UnitKey | null;
  readonly raiseAt: Forum | null;
  readonly ruleIds: readonly string[];
  readonly citations: readonly Citation[];
  readonly explanation: Bilingual;
  /** Why it begins; empty for the first. */
  readonly changes: readonly Change[];
  readonly reason: Bilingual | null;
}
