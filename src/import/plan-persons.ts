/** Plans persons, their relations and consents. */
import { checkPeriod, type Planning } from './plan-organisation.ts';
import type { PlacedRow } from './read-rows.ts';

export function planPersons({ plan, registry, problems }: Planning, rows: readonly PlacedRow<'persons'>[]): void {
  for (const { place, row } of rows) {
    const born = row.birth_date ?? row.personal_number?.born;
    if (born === undefined) {
      problems.add(place, 'birth_date', 'BIRTH_DATE_MISSING', 'En person utan nummer behöver ett födelsedatum.', 'A person without a number needs a birth date.');
    } else if (row.deceased_on !== null && row.deceased_on < born) {
      problems.add(place, 'deceased_on', 'DECEASED_BEFORE_BIRTH', 'Dödsdatumet ligger före födelsen.', 'The date of death lies before birth.');
    } else {
      const id = plan.put('person', place, {
        external_id: row.external_id,
        number_kind: row.personal_number?.kind ?? 'NONE',
        number: row.personal_number?.number ?? null,
        born,
        given_name: row.given_name,
        family_name: row.family_name,
        protection: row.protection ?? 'NONE',
        deceased_on: row.deceased_on,
      });
      if (id !== undefined) {
        registry.persons.set(row.external_id, id);
        continue;
      }
    }
    registry.persons.spoil(row.external_id);
  }
}

export function planRelations({ plan, registry, problems }: Planning, rows: readonly PlacedRow<'relations'>[]): void {
  for (const { place, row } of rows) {
    const personId = registry.persons.get(row.person, place, 'person');
    const relatedId = registry.persons.get(row.related_person, place, 'related_person');
    if (row.person === row.related_person) {
      problems.add(place, 'related_person', 'RELATION_TO_SELF', 'En person kan inte vara sin egen närstående.', 'A person cannot be related to themselves.');
      continue;
    }
    if (!checkPeriod(problems, place, row.from, row.until) || personId === undefined || relatedId === undefined) continue;
    plan.put('relation', place, { person_id: personId, related_person_id: relatedId, kind: row.kind, valid_from: row.from, valid_until: row.until }, personId);
  }
}

export function planConsents({ plan, registry, problems }: Planning, rows: readonly PlacedRow<'consents'>[]): void {
  for (const { place, row } of rows) {
    const personId = registry.persons.get(row.person, place, 'person');
    const unitId = registry.units.get(row.unit, place, 'unit');
    const recipientId = row.recipient_unit === null ? null : registry.units.get(row.recipient_unit, place, 'recipient_unit');
    let sound = checkPeriod(problems, place, row.from, row.until);
    if (row.withdrawn_on !== null && row.withdrawn_on < row.from) {
      problems.add(place, 'withdrawn_on', 'WITHDRAWN_BEFORE_GIVEN', 'Samtycket kan inte återkallas innan det gavs.', 'The consent cannot be withdrawn before it was given.');
      sound = false;
    }
    if (!sound || personId === undefined || unitId === undefined || recipientId === undefined) continue;
    plan.put('consent', place, {
      external_id: row.external_id, person_id: personId, unit_id: unitId, purpose: row.purpose, scope: row.scope, recipient_unit_id: recipientId,
      how_given: row.how_given, valid_from: row.from, valid_until: row.until, withdrawn_on: row.withdrawn_on,
    }, personId);
  }
}
