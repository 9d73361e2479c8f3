/** Which unit a row means: one of the routine's own, or the one that a word stands for in the case at hand. */
import type { LocalDate } from '../kernel/local-date.ts';
import { covers } from '../kernel/period.ts';
import type { AgreementEntry, UnitSource } from './routine.model.ts';
import { agreementOn, closedCaseBefore, latestOf, openCaseOn } from './situation.rules.ts';
import type { Situation, UnitFinder } from './situation.model.ts';
import type { FactKind, UnitKey } from './vocabulary.model.ts';

/** What words may ask of the version they stand in. */
export interface UnitScope {
  readonly agreement: AgreementEntry | undefined;
  readonly holder: UnitFinder;
  readonly ongoing: (
    situation: Situation,
    day: LocalDate,
  ) => { readonly authority: UnitKey | null; readonly interim: UnitKey | null };
}

const decisions: ReadonlySet<FactKind> = new Set(['LVU_CARE', 'FAMILY_HOME_PLACEMENT', 'INSTITUTION_PLACEMENT']);

function byAge(scope: UnitScope): UnitFinder {
  return (situation, day) => {
    const verdict = scope.ongoing(situation, day);
    return verdict.authority ?? verdict.interim;
  };
}

function finderOf(word: string, scope: UnitScope): UnitFinder {
  switch (word) {
    case 'NONE':
      return () => null;
    case 'RECEIVED_BY':
      return (situation) => situation.matter?.receivedBy ?? null;
    case 'OWNER_UNIT':
      return (situation) => situation.matter?.ownerUnit ?? null;
    case 'AGREED_UNIT': {
      const { agreement } = scope;
      return (situation, day) => (agreement === undefined ? null : (agreementOn(situation, agreement, day)?.unit ?? null));
    }
    case 'DECIDED_UNIT':
      return (situation, day) => latestOf(situation, 'TRANSFER_OUTCOME', day)?.receivingUnit ?? null;
    case 'HOLDER':
      return scope.holder;
    case 'OPEN_CASE_UNIT':
      return (situation, day) => openCaseOn(situation, day)?.unit ?? null;
    case 'PRIOR_UNIT':
      return (situation, day) => closedCaseBefore(situation, day)?.unit ?? null;
    case 'DECISION_UNIT': {
      const finder = byAge(scope);
      return (situation, day) =>
        situation.facts.some((fact) => fact.known && decisions.has(fact.kind) && covers(fact, day))
          ? finder(situation, day)
          : null;
    }
    case 'BY_AGE':
      return byAge(scope);
    default:
      return () => word;
  }
}

/** The finder of a unit source; an absent source finds none. */
export function compileUnitSource(source: UnitSource | undefined, scope: UnitScope): UnitFinder {
  if (source === undefined) return () => null;
  if (typeof source === 'string') return finderOf(source, scope);
  const finders = source.map((word) => finderOf(word, scope));
  return (situation, day) => {
    for (const find of finders) {
      const unit = find(situation, day);
      if (unit !== null) return unit;
    }
    return null;
  };
}
