/** Plans cases with their responsible unit, their caseworkers, and the units that take part. */
import { randomInt } from 'node:crypto';
import type { Plan, StoredRow } from './plan.ts';
import { checkPeriod, type Planning } from './plan-organisation.ts';
import type { Place, Problems } from './problem.model.ts';
import type { PlacedRow } from './read-rows.ts';
import type { KnownCase } from './registry.ts';
import type { Value } from './target.model.ts';

/** A new case's unit handles it and has authority from its first day to its last. */
export function planCases({ plan, registry, problems }: Planning, rows: readonly PlacedRow<'cases'>[]): void {
  const references = new Set([...plan.held('case_record')].map(({ values }) => String(values.reference)));
  for (const { place, row } of rows) {
    const personId = registry.persons.get(row.person, place, 'person');
    const unitId = registry.units.get(row.unit, place, 'unit');
    const sound = checkPeriod(problems, place, row.opened_on, row.closed_on, 'closed_on');
    if (sound && personId !== undefined && unitId !== undefined) {
      const held = plan.find('case_record', { external_id: row.external_id });
      const reference = newReference(references);
      const id = plan.put('case_record', place, {
        external_id: row.external_id, reference, person_id: personId, unit_id: unitId, kind: row.kind, opened_on: row.opened_on, closed_on: row.closed_on,
      }, personId);
      if (id !== undefined) {
        registry.cases.set(row.external_id, { id, unitId, personId, openedOn: row.opened_on });
        if (held === undefined) planResponsibility(plan, place, id, unitId, row.opened_on, row.closed_on);
        else moveResponsibilityEnd(plan, place, held, row.closed_on);
        continue;
      }
    }
    registry.cases.spoil(row.external_id);
  }
}

function planResponsibility(plan: Plan, place: Place, caseId: string, unitId: string, from: string, until: string | null): void {
  for (const kind of ['HANDLING', 'AUTHORITY']) {
    plan.put('case_responsibility', place, { case_id: caseId, kind, unit_id: unitId, valid_from: from, valid_until: until });
  }
}

/** Where the case's last day moves, whoever is responsible on it stays so to the new one. */
function moveResponsibilityEnd(plan: Plan, place: Place, held: StoredRow, until: Value): void {
  const was = held.values.closed_on;
  if (was === until) return;
  for (const { values } of plan.held('case_responsibility')) {
    if (values.case_id === held.id && values.valid_until === was) plan.put('case_responsibility', place, { ...values, valid_until: until });
  }
}

/** A reference tells nothing of the person, nor of how many cases there are. */
function newReference(taken: Set<string>): string {
  for (;;) {
    const found = [randomInt(10_000, 100_000), randomInt(10_000, 100_000)].join('-');
    if (taken.has(found)) continue;
    taken.add(found);
    return found;
  }
}

export function planAssignments({ plan, registry, problems }: Planning, rows: readonly PlacedRow<'assignments'>[]): void {
  for (const { place, row } of rows) {
    const known = registry.cases.get(row.case, place, 'case');
    const staffId = registry.staff.get(row.staff, place, 'staff');
    const sound = checkPeriod(problems, place, row.from, row.until) && checkBegun(problems, place, row.from, known);
    if (!sound || known === undefined || staffId === undefined) continue;
    plan.put('case_assignment', place, {
      external_id: row.external_id, case_id: known.id, staff_id: staffId, valid_from: row.from, valid_until: row.until,
    }, known.personId);
  }
}

export function planCoHandlings({ plan, registry, problems }: Planning, rows: readonly PlacedRow<'co_handlings'>[]): void {
  for (const { place, row } of rows) {
    const known = registry.cases.get(row.case, place, 'case');
    const unitId = registry.units.get(row.unit, place, 'unit');
    const staffId = row.staff === null ? null : registry.staff.get(row.staff, place, 'staff');
    const sound = checkPeriod(problems, place, row.from, row.until) && checkBegun(problems, place, row.from, known);
    if (known !== undefined && known.unitId === unitId) {
      problems.add(place, 'unit', 'CO_HANDLER_UNIT_IS_OWN', 'Ärendets egen enhet kan inte vara medhandläggare.', "The case's own unit cannot be co-handler.");
      continue;
    }
    if (!sound || known === undefined || unitId === undefined || staffId === undefined) continue;
    plan.put('co_handling', place, {
      external_id: row.external_id, case_id: known.id, case_unit_id: known.unitId, person_id: known.personId, unit_id: unitId, staff_id: staffId,
      role: row.role ?? 'CO_HANDLER', valid_from: row.from, valid_until: row.until,
    }, known.personId);
  }
}

function checkBegun(problems: Problems, place: Place, from: string, known: KnownCase | undefined): boolean {
  if (known === undefined || from >= known.openedOn) return true;
  problems.add(place, 'from', 'BEFORE_CASE_OPENED', `Ärendet öppnades ${known.openedOn}. Ange den dagen eller en senare.`, `The case was opened on ${known.openedOn}. Give that day or a later one.`);
  return false;
}
