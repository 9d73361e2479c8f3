/** Made-up open cases for the tables of the inventory. */
import { asLocalDate } from '../../src/kernel/local-date.ts';
import type { Candidate, CandidateFact, InventoryFrame } from '../../src/inventory/inventory.model.ts';
import { inventoryFrame } from '../../src/inventory/inventory-term.rules.ts';
import { takeInventory } from '../../src/inventory/inventory.rules.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';
import type { FactKind } from '../../src/routine/vocabulary.model.ts';

export const routines = loadRoutines();

/** `2025-01-01..2026-01-01`, or open: `2025-01-01..`. */
type Span = `${string}..${string}`;

export function fact(kind: FactKind, span: Span, more: Partial<CandidateFact> = {}): CandidateFact {
  const [from = '', until = ''] = span.split('..');
  return { kind, from: asLocalDate(from), until: until === '' ? null : asLocalDate(until), known: true, ...more };
}

export const needYes = fact('CONTINUED_NEED', '2020-01-01..', { value: 'YES', needCategories: ['HOUSING_SUPPORT'] });
export const needNo = fact('CONTINUED_NEED', '2020-01-01..', { value: 'NO' });
export const needUnknown = fact('CONTINUED_NEED', '2020-01-01..', { value: 'UNKNOWN' });

export interface Person {
  readonly born: string;
  readonly facts?: readonly CandidateFact[];
  readonly more?: Partial<Candidate>;
}

let serial = 0;

/** An open case at child and youth, the reader's own, with the facts given. */
export function candidate({ born, facts = [], more = {} }: Person): Candidate {
  serial += 1;
  const unit = more.unit ?? 'CHILD_YOUTH';
  return {
    caseId: `case-${serial}`,
    personId: `person-${serial}`,
    reference: `A-${String(serial).padStart(4, '0')}`,
    unit,
    own: true,
    named: true,
    isProtected: false,
    givenName: 'Kim',
    familyName: 'Ek',
    number: null,
    birthDate: born.length === 10 ? asLocalDate(born) : null,
    born,
    deceasedOn: null,
    caseworker: 'Maj Lind',
    hasConsent: false,
    facts: [fact('OPEN_CASE', '2015-01-01..', { unit }), ...facts],
    ...more,
  };
}

export function frame(routine: string, term: string, snapshot: string): InventoryFrame {
  const adopted = [{ routine, from: asLocalDate('2010-01-01'), until: null }];
  return inventoryFrame(adopted, routines, term, asLocalDate(snapshot));
}

/** The one row of one case, or why it is not on the list. */
export function listed(person: Person, at: InventoryFrame): Record<string, unknown> {
  const { rows, excluded } = takeInventory([candidate(person)], at);
  const [row] = rows;
  return row === undefined ? { excluded: excluded[0]?.reason } : { ...row };
}
