/** From the fields of an operation to the pieces of one statement. */
import type { Selected } from '../api/selection.ts';
import type { CaseSelection, PersonSelection } from './caseload.model.ts';

/** Fields of a person that rest on every fact that decides. */
const decidedFields = ['responsibility', 'whatIf', 'timeline', 'sensitivity'] as const;

/** What a statement must read for these fields of a person. */
export function personSelection(fields: Selected): PersonSelection {
  const everywhere = personFields(fields);
  const cases = caseFields(everywhere.under('cases'));
  return {
    facts: everywhere.has('facts') || everywhere.has('whatIf') || everywhere.has('timeline'),
    relations: everywhere.has('relations'),
    consents: everywhere.has('consents'),
    agreements: everywhere.has('managersAgreements'),
    responsibility: decidedFields.some((field) => everywhere.has(field)) || (cases?.has('responsibility') ?? false),
    ...(cases === undefined ? {} : { cases: partsOf(cases) }),
  };
}

/** What a statement must read for these fields of a case. */
export function caseSelection(fields: Selected): CaseSelection {
  const everywhere = caseFields(fields);
  const person = everywhere.under('person');
  const responsibility = everywhere.has('responsibility');
  if (person === undefined && !responsibility) return partsOf(everywhere);
  const selection = person === undefined ? {} : personSelection(person);
  return {
    ...partsOf(everywhere),
    person: { ...selection, responsibility: responsibility || (selection.responsibility ?? false) },
  };
}

/** The fields asked of a person, and of the same person again below its own cases and agreements. */
function personFields(fields: Selected): Selected {
  const again = [caseFields(fields.under('cases'))?.under('person'), fields.under('managersAgreements', 'person')];
  return again.reduce<Selected>((all, same) => (same === undefined ? all : all.and(personFields(same))), fields);
}

/** The fields asked of a case, and of the same case again below its own co-handlings. */
function caseFields(fields: Selected): Selected;
function caseFields(fields: Selected | undefined): Selected | undefined;
function caseFields(fields: Selected | undefined): Selected | undefined {
  const same = fields?.under('coHandlings', 'case');
  return fields === undefined || same === undefined ? fields : fields.and(caseFields(same));
}

function partsOf(fields: Selected): CaseSelection {
  return {
    assignments: fields.has('caseworker') || fields.has('assignments'),
    coHandlings: fields.has('coHandlings'),
    responsibleUnits: fields.has('responsibleUnits'),
  };
}
