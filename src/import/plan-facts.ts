/** Plans facts about persons. A managers' agreement has a table of its own, with an approval per unit. */
import type { ImportRow } from './columns.ts';
import { checkPeriod, type Planning } from './plan-organisation.ts';
import type { Place, Problems } from './problem.model.ts';
import type { PlacedRow } from './read-rows.ts';

type FactRow = ImportRow<'facts'>;
type Field = keyof FactRow;

/** Columns that only some kinds of fact fill in. */
const fieldsOf: Partial<Record<FactRow['kind'], { readonly needed: readonly Field[]; readonly allowed: readonly Field[] }>> = {
  FAMILY_HOME_PLACEMENT: { needed: [], allowed: ['placed_by_foster_care_service'] },
  CONTINUED_NEED: { needed: ['value'], allowed: ['need_categories'] },
  TRANSFER_OUTCOME: { needed: ['outcome'], allowed: ['receiving_unit'] },
  HOMELESS: { needed: [], allowed: ['at_risk'] },
  MENTAL_DISABILITY: { needed: [], allowed: ['diagnosis_documented'] },
  MANAGERS_AGREEMENT: { needed: ['counterpart_unit', 'agreed_unit', 'reason'], allowed: ['matter_type', 'approved_by_manager', 'approved_by_counterpart'] },
};
const ownFields = [...new Set(Object.values(fieldsOf).flatMap(({ needed, allowed }) => [...needed, ...allowed]))];

export function planFacts(planning: Planning, rows: readonly PlacedRow<'facts'>[]): void {
  const { registry, problems } = planning;
  for (const { place, row } of rows) {
    const personId = registry.persons.get(row.person, place, 'person');
    const unitId = registry.units.get(row.unit, place, 'unit');
    const period = checkPeriod(problems, place, row.from, row.until);
    const fields = checkFields(problems, place, row);
    if (!period || !fields || personId === undefined || unitId === undefined) continue;
    if (row.kind === 'MANAGERS_AGREEMENT') planAgreement(planning, place, row, personId, unitId);
    else planFact(planning, place, row, personId, unitId);
  }
}

function checkFields(problems: Problems, place: Place, row: FactRow): boolean {
  const { needed = [], allowed = [] } = fieldsOf[row.kind] ?? {};
  let sound = true;
  for (const field of ownFields) {
    if (needed.includes(field) && row[field] === null) {
      problems.add(place, field, 'CELL_EMPTY', `${row.kind} behöver ${field}.`, `${row.kind} needs ${field}.`);
      sound = false;
    }
    if (row[field] !== null && !needed.includes(field) && !allowed.includes(field)) {
      problems.add(place, field, 'CELL_NOT_OF_KIND', `${row.kind} har inget ${field}; lämna cellen tom.`, `${row.kind} has no ${field}; leave the cell empty.`);
      sound = false;
    }
  }
  return sound;
}

function planFact({ plan, registry }: Planning, place: Place, row: FactRow, personId: string, unitId: string): void {
  const receivingId = row.receiving_unit === null ? null : registry.units.get(row.receiving_unit, place, 'receiving_unit');
  if (receivingId === undefined) return;
  plan.put('fact', place, {
    external_id: row.external_id, person_id: personId, unit_id: unitId, kind: row.kind, valid_from: row.from, valid_until: row.until,
    known: row.known ?? true, placed_by_foster_care_service: row.placed_by_foster_care_service, outcome: row.outcome, receiving_unit_id: receivingId,
    value: row.value, need_categories: row.need_categories ?? [], at_risk: row.at_risk, diagnosis_documented: row.diagnosis_documented,
  }, personId);
}

function planAgreement({ plan, registry, problems }: Planning, place: Place, row: FactRow, personId: string, unitId: string): void {
  const { counterpart_unit: counterpart, agreed_unit: agreed, reason } = row;
  if (counterpart === null || agreed === null) return;
  const counterpartId = registry.units.get(counterpart, place, 'counterpart_unit');
  const agreedId = registry.units.get(agreed, place, 'agreed_unit');
  if (row.known === false) {
    problems.add(place, 'known', 'CELL_NOT_OF_KIND', 'En överenskommelse är alltid känd; lämna cellen tom.', 'An agreement is always known; leave the cell empty.');
    return;
  }
  if (unitId === counterpartId) {
    problems.add(place, 'counterpart_unit', 'AGREEMENT_WITH_SELF', 'Överenskommelsen ska vara mellan två enheter.', 'The agreement must be between two units.');
    return;
  }
  if (agreedId !== undefined && counterpartId !== undefined && agreedId !== unitId && agreedId !== counterpartId) {
    problems.add(place, 'agreed_unit', 'AGREED_UNIT_OUTSIDE', 'Ansvaret kan bara ligga på en av de två enheterna.', 'Only one of the two units can be responsible.');
    return;
  }
  const approvals = [['approved_by_manager', unitId], ['approved_by_counterpart', counterpartId]] as const;
  const approved = approvals.flatMap(([column, unit]) => {
    const staff = row[column];
    return staff === null ? [] : [{ unit, staff: registry.staff.get(staff, place, column) }];
  });
  if (counterpartId === undefined || agreedId === undefined || approved.some(({ staff }) => staff === undefined)) return;
  const id = plan.put('managers_agreement', place, {
    person_id: personId, proposed_by_unit_id: unitId, counterpart_unit_id: counterpartId, agreed_unit_id: agreedId,
    matter_type: row.matter_type, reason, valid_from: row.from, valid_until: row.until,
  }, personId);
  if (id === undefined) return;
  for (const { unit, staff } of approved) {
    if (unit !== undefined && staff !== undefined) plan.put('managers_approval', place, { agreement_id: id, unit_id: unit, staff_id: staff });
  }
}
