/** A person as a unit enters them. What is known of a person is read through the caseload. */
import type { Protection } from '../caseload/vocabulary.model.ts';
import type { PersonalNumberKind } from './personal-number.rules.ts';

export interface NewPerson {
  readonly numberKind: PersonalNumberKind | 'NONE';
  /** Twelve characters; null for a person without a number. */
  readonly number: string | null;
  /** `YYYY`, `YYYY-MM` or a date, as far as it is known. */
  readonly born: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly protection: Protection;
}
