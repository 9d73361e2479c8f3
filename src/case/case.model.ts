/** A case for writing: what its rules look at. Reading for people is the caseload's. */
import type { LocalDate } from '../kernel/local-date.ts';
import { matterTypes } from '../responsibility/question.model.ts';

/** SUPPORT is an ongoing case of support; the others are matters with steps of their own. */
export const caseKinds = ['SUPPORT', ...matterTypes] as const;
export type CaseKind = (typeof caseKinds)[number];

export interface CaseFile {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly version: number;
}
