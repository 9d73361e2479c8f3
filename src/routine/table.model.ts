/** Compiled tables: rows whose conditions are closures, and the verdict that the first of them gives. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Template } from './template.rules.ts';
import type { CoHandlerEntry, ConsultationEntry, RowEntry, TableEntry } from './routine.model.ts';
import type { Situation, Test, UnitFinder } from './situation.model.ts';
import type { FactKind, Forum, NeedType, Outcome, PlanQuestion, UnitKey } from './vocabulary.model.ts';

export interface RuleCitation {
  readonly ruleId: string;
  readonly document: string;
  readonly section: string;
}

/** A supplement with its condition compiled. */
export interface CompiledSupplement {
  readonly test: Test;
  readonly ids: readonly string[];
  readonly note: string | undefined;
  readonly coHandler: CoHandlerEntry | undefined;
  readonly consult: readonly ConsultationEntry[];
}

export interface Row {
  readonly name: string;
  readonly ids: readonly string[];
  readonly citations: readonly RuleCitation[];
  readonly test: Test;
  readonly factTests: readonly { readonly kind: FactKind; readonly test: Test }[];
  readonly judge: (situation: Situation, day: LocalDate) => Verdict;
  readonly unknown: { readonly interim: UnitFinder; readonly raiseAt: Forum | null };
  readonly isException: boolean;
  readonly settles: readonly NeedType[] | null;
  readonly also: readonly CompiledSupplement[];
  readonly because: Template;
  readonly coordinator: UnitKey | 'LONGEST_CONTACT' | null;
  readonly planQuestion: PlanQuestion;
  readonly coHandler: CoHandlerEntry | undefined;
  readonly consult: readonly ConsultationEntry[];
  readonly entry: RowEntry;
}

/** What a table says of a situation on a day; explanation, notes and deadlines are made from it afterwards. */
export interface Verdict {
  readonly row: Row;
  /** What other rows had a part in it: their cost, or the needs they settle. */
  readonly beside: readonly Verdict[];
  /** True where facts that are not known would decide. */
  readonly isUnknown: boolean;
  readonly outcome: Outcome;
  readonly handling: UnitKey | null;
  readonly authority: UnitKey | null;
  readonly cost: UnitKey | null;
  readonly interim: UnitKey | null;
  readonly parallel: readonly UnitKey[];
  readonly raiseAt: Forum | null;
  readonly asks: readonly FactKind[];
  readonly proposal: UnitKey | null;
}

export interface Table {
  readonly entry: TableEntry;
  readonly rows: readonly Row[];
  /** The verdict of the first row that holds. @throws RangeError where no row does: the routine has a hole. */
  readonly decide: (situation: Situation, day: LocalDate) => Verdict;
}

/** Whether two verdicts are the same answer: outcome, units and deciding row. */
export function isSameAnswer(a: Verdict, b: Verdict): boolean {
  if (a === b) return true;
  return (
    a.row.name === b.row.name &&
    a.isUnknown === b.isUnknown &&
    hasSameUnits(a, b) &&
    a.beside.length === b.beside.length &&
    a.beside.every(({ row }, index) => row.name === b.beside[index]?.row.name)
  );
}

/** Whether two verdicts name the same outcome and units, whatever row decided. */
export function hasSameUnits(a: Verdict, b: Verdict): boolean {
  return (
    a.outcome === b.outcome &&
    a.handling === b.handling &&
    a.authority === b.authority &&
    a.cost === b.cost &&
    a.interim === b.interim &&
    a.parallel.length === b.parallel.length &&
    a.parallel.every((unit, index) => unit === b.parallel[index])
  );
}
