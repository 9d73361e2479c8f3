/** The roles of rule catalogue part E, with their rank where the routine orders them. */
import type { Bilingual } from '../kernel/text.ts';

export const roles = {
  CASEWORKER: { sv: 'handläggare', en: 'caseworker', rank: 1 },
  INTAKE: { sv: 'mottagningsgrupp', en: 'intake', rank: 1 },
  COORDINATOR: { sv: 'samordnare', en: 'coordinator', rank: 1 },
  DEPUTY_UNIT_MANAGER: { sv: 'biträdande enhetschef', en: 'deputy unit manager', rank: 2 },
  UNIT_MANAGER: { sv: 'enhetschef', en: 'unit manager', rank: 3 },
  DEPARTMENT_HEAD: { sv: 'avdelningschef', en: 'department head', rank: 4 },
  OPERATIONS_MANAGER: { sv: 'verksamhetschef', en: 'operations manager', rank: 3 },
  AREA_MANAGER: { sv: 'områdeschef', en: 'area manager', rank: 3 },
  IFO_HEAD: { sv: 'IFO-chef', en: 'head of individual and family services', rank: 4 },
  VOO_HEAD: { sv: 'VoO-chef', en: 'head of care', rank: 4 },
  MANAGEMENT_GROUP: { sv: 'ledningsgrupp', en: 'management group', rank: 5 },
  DIRECTOR: { sv: 'socialchef', en: 'director of social services', rank: 5 },
  CONTROLLER: { sv: 'verksamhetscontroller', en: 'operations controller', rank: 0 },
  BI_READER: { sv: 'BI-läsare', en: 'BI reader', rank: 0 },
  ADMINISTRATOR: { sv: 'systemadministratör', en: 'system administrator', rank: 0 },
  LOG_REVIEWER: { sv: 'loggranskare', en: 'access-log reviewer', rank: 0 },
} as const satisfies Record<string, Bilingual & { readonly rank: number }>;

export type Role = keyof typeof roles;

/** Whether `text` names a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}
