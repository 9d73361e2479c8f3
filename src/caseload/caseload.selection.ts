/** From the fields of an operation to the pieces of one statement. */
import type { Selected } from '../api/selection.ts';
import type { CaseSelection, PersonSelection } from './caseload.model.ts';

/** What a statement must read for these fields of a person; fields of `cases.person` ask about the same person again. */
export function personSelection(fields: Selected): PersonSelection {
  const everywhere = withNested(fields);
  const cases = everywhere.under('cases');
  return {
    facts: everywhere.has('facts'),
    relations: everywhere.has('relations'),
    consents: everywhere.has('consents'),
    agreements: everywhere.has('managersAgreements'),
    responsibility: everywhere.has('responsibility') || (cases?.has('responsibility') ?? false),
    ...(cases === undefined ? {} : { cases: partsOf(cases) }),
  };
}

/** What a statement must read for these fields of a case. */
export function caseSelection(fields: Selected): CaseSelection {
  const person = fields.under('person');
  const responsibility = fields.has('responsibility');
  if (person === undefined && !responsibility) return partsOf(fields);
  const selection = person === undefined ? {} : personSelection(person);
  return {
    ...partsOf(fields),
    person: { ...selection, responsibility: responsibility || (selection.responsibility ?? false) },
  };
}

function withNested(fields: Selected): Selected {
  const same = fields.under('cases', 'person');
  return same === undefined ? fields : fields.and(withNested(same));
}

function partsOf(fields: Selected): CaseSelection {
  return {
    assignments: fields.has('caseworker') || fields.has('assignments'),
    coHandlings: fields.has('coHandlings'),
    responsibleUnits: fields.has('responsibleUnits'),
  };
}
