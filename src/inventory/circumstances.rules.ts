/** What the facts say of a person on a day: placement, care, co-handler, notice, diagnosis, needs. */
import { covers } from '../kernel/period.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { FactKind, UnitKey } from '../routine/vocabulary.model.ts';
import type { CandidateFact, DiagnosisState, InventoryRow, NeedCategory, PlacementKind, Setting } from './inventory.model.ts';

type Facts = readonly CandidateFact[];

function inForce(facts: Facts, kind: FactKind, day: LocalDate): readonly CandidateFact[] {
  return facts.filter((fact) => fact.kind === kind && fact.known && covers(fact, day));
}

/** Whether the foster-care service (familjevården) has placed the person on the day. */
export function isPlacedByFosterCare(facts: Facts, day: LocalDate): boolean {
  return inForce(facts, 'FAMILY_HOME_PLACEMENT', day).some((fact) => fact.placedByFosterCareService === true);
}

/** Kind of placement on the day. */
export function placementOn(facts: Facts, day: LocalDate): PlacementKind {
  if (isPlacedByFosterCare(facts, day)) return 'FOSTER_CARE_SERVICE';
  if (inForce(facts, 'FAMILY_HOME_PLACEMENT', day).length > 0) return 'FAMILY_HOME';
  return inForce(facts, 'INSTITUTION_PLACEMENT', day).length > 0 ? 'OTHER' : 'NONE';
}

export function hasLvuOn(facts: Facts, day: LocalDate): boolean {
  return inForce(facts, 'LVU_CARE', day).length > 0;
}

/**
 * Which of F.7's three settings a person is counted in. Where the routine does not tell the foster-care service's
 * placements apart, any family home counts.
 */
export function settingOf(placement: PlacementKind, hasLvu: boolean, tellsFosterCareApart: boolean): Setting {
  const isFosterCare = placement === 'FOSTER_CARE_SERVICE' || (placement === 'FAMILY_HOME' && !tellsFosterCareApart);
  if (isFosterCare) return 'FOSTER_CARE';
  return hasLvu ? 'LVU' : 'ORDINARY';
}

/** The co-handler in force on the day: of the preferred units first, then whoever has been engaged longest. */
export function coHandlerOn(facts: Facts, day: LocalDate, preferred: readonly UnitKey[]): InventoryRow['coHandler'] {
  const engaged = inForce(facts, 'CO_HANDLER', day).flatMap(({ unit, from }) => (unit === undefined ? [] : [{ unit, since: from }]));
  const sorted = engaged.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  return sorted.find(({ unit }) => preferred.includes(unit)) ?? sorted[0] ?? null;
}

/** The day on which notice was first given, as known on `day`. */
export function notifiedOn(facts: Facts, day: LocalDate): LocalDate | null {
  const notices = facts.filter((fact) => fact.kind === 'NOTICE_GIVEN' && fact.known && fact.from <= day);
  return notices.map(({ from }) => from).sort()[0] ?? null;
}

/** Whether a diagnosis is documented, where there is a mental disability (R0-29). */
export function diagnosisOn(facts: Facts, day: LocalDate): DiagnosisState {
  const disabilities = inForce(facts, 'MENTAL_DISABILITY', day);
  if (disabilities.length === 0) return 'NOT_APPLICABLE';
  return disabilities.some((fact) => fact.diagnosisDocumented === true) ? 'DOCUMENTED' : 'NOT_DOCUMENTED';
}

/** The needs of the assessment in force; UNKNOWN where it names none. */
export function needCategoriesOn(facts: Facts, day: LocalDate): readonly NeedCategory[] {
  const latest = inForce(facts, 'CONTINUED_NEED', day).reduce<CandidateFact | undefined>(
    (found, fact) => (found === undefined || fact.from >= found.from ? fact : found),
    undefined,
  );
  const categories = latest?.needCategories ?? [];
  return categories.length === 0 ? ['UNKNOWN'] : categories;
}
