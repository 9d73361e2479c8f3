/**
 * Who may do what: one page. From it come the yes or no of the service, the rights that the row policies of the
 * database read, the rows and columns of reports, the matrix that the tests compare, and its documentation.
 * Whatever is not listed is refused. Source: rule catalogue part E, and the rules named in each line.
 */
import type { Bilingual } from '../kernel/text.ts';
import type { Role } from './roles.model.ts';

const onCases = ['CASEWORKER', 'INTAKE', 'COORDINATOR', 'DEPUTY_UNIT_MANAGER', 'UNIT_MANAGER', 'OPERATIONS_MANAGER', 'AREA_MANAGER'] as const;
const leads = ['COORDINATOR', 'DEPUTY_UNIT_MANAGER', 'UNIT_MANAGER', 'OPERATIONS_MANAGER', 'AREA_MANAGER'] as const;
const overview = ['UNIT_MANAGER', 'DEPARTMENT_HEAD', 'IFO_HEAD', 'VOO_HEAD', 'MANAGEMENT_GROUP', 'DIRECTOR'] as const;
const everyone = [
  ...onCases, 'DEPARTMENT_HEAD', 'IFO_HEAD', 'VOO_HEAD', 'MANAGEMENT_GROUP', 'DIRECTOR',
  'CONTROLLER', 'BI_READER', 'ADMINISTRATOR', 'LOG_REVIEWER',
] as const;

/** A right that the database's row policies know. */
export type Entitlement =
  | 'CASE_READ' | 'CASE_WRITE' | 'AGREEMENT_WRITE' | 'LOG_READ'
  | 'INVENTORY_OWN' | 'INVENTORY_OTHERS' | 'INVENTORY_COUNTS';

/** Where the role must be held: in the unit that has the case, in one that takes part, or anywhere in the organisation. */
export type Reach = 'OWN_UNIT' | 'OWN_OR_CO_HANDLING_UNIT' | 'ORGANISATION';

export interface Permission extends Bilingual {
  readonly roles: readonly Role[];
  readonly reach: Reach;
  readonly entitlement?: Entitlement;
  readonly source?: string;
}

export const permissions = {
  'organisation.read': { roles: everyone, reach: 'ORGANISATION', sv: 'se organisation, enheter och personal', en: 'see organisation, units and staff' },
  'routine.read': { roles: everyone, reach: 'ORGANISATION', sv: 'ställa frågor till rutinen utan person', en: 'ask the routine without a person' },
  'case.read': { roles: onCases, reach: 'OWN_OR_CO_HANDLING_UNIT', entitlement: 'CASE_READ', sv: 'se enhetens ärenden och personer', en: "see the unit's cases and persons", source: 'E' },
  'person.register': { roles: onCases, reach: 'OWN_UNIT', entitlement: 'CASE_WRITE', sv: 'registrera en person', en: 'register a person' },
  'case.open': { roles: onCases, reach: 'OWN_UNIT', entitlement: 'CASE_WRITE', sv: 'öppna ett ärende', en: 'open a case' },
  'case.close': { roles: ['CASEWORKER', ...leads], reach: 'OWN_UNIT', sv: 'avsluta ett ärende', en: 'close a case' },
  'case.assign': { roles: leads, reach: 'OWN_UNIT', sv: 'utse ansvarig handläggare', en: 'assign the responsible caseworker', source: 'R0-44, R3-30' },
  'coHandler.appoint': { roles: ['CASEWORKER', ...leads], reach: 'OWN_UNIT', sv: 'koppla in medhandläggare', en: 'appoint a co-handler', source: 'R0-21, R0-26' },
  'coHandler.assign': { roles: leads, reach: 'OWN_UNIT', sv: 'utse person till medhandläggare', en: 'name the co-handling caseworker', source: 'R0-21, R0-44, R3-30' },
  'coHandler.end': { roles: ['CASEWORKER', ...leads], reach: 'OWN_OR_CO_HANDLING_UNIT', sv: 'avsluta medhandläggning', en: 'end co-handling' },
  'fact.record': { roles: onCases, reach: 'OWN_UNIT', entitlement: 'CASE_WRITE', sv: 'registrera och avsluta uppgifter om en person', en: 'record and end facts about a person' },
  'relation.record': { roles: onCases, reach: 'ORGANISATION', sv: 'registrera vårdnadshavare och hushåll för personer som du får se', en: 'record guardians and households of persons that you may see' },
  'agreement.record': { roles: ['OPERATIONS_MANAGER'], reach: 'OWN_UNIT', entitlement: 'AGREEMENT_WRITE', sv: 'komma överens om annat ansvar', en: 'agree on another responsibility', source: 'R0-10' },
  'consent.record': { roles: onCases, reach: 'OWN_UNIT', entitlement: 'CASE_WRITE', sv: 'registrera samtycke och återkallelse', en: 'record consent and its withdrawal', source: 'H' },
  'inventory.own': { roles: ['CASEWORKER', 'INTAKE', 'COORDINATOR', 'DEPUTY_UNIT_MANAGER', 'OPERATIONS_MANAGER', 'AREA_MANAGER'], reach: 'OWN_UNIT', entitlement: 'INVENTORY_OWN', sv: 'se den egna enhetens rader i inventeringen, med namn', en: "see the own unit's rows of the inventory, named", source: 'R3-37, E' },
  'inventory.others': { roles: ['DEPUTY_UNIT_MANAGER', 'OPERATIONS_MANAGER'], reach: 'ORGANISATION', entitlement: 'INVENTORY_OTHERS', sv: 'se andra enheters rader i inventeringen, maskerade', en: "see other units' rows of the inventory, masked", source: 'R3-37, E' },
  'inventory.counts': { roles: [...overview, 'DEPUTY_UNIT_MANAGER', 'OPERATIONS_MANAGER', 'AREA_MANAGER', 'COORDINATOR'], reach: 'ORGANISATION', entitlement: 'INVENTORY_COUNTS', sv: 'se inventeringens antal', en: 'see the counts of the inventory', source: 'R3-37, E' },
  'log.read': { roles: ['LOG_REVIEWER'], reach: 'ORGANISATION', entitlement: 'LOG_READ', sv: 'granska åtkomstloggen', en: 'review the access log', source: 'E' },
} as const satisfies Record<string, Permission>;

export type Action = keyof typeof permissions;

/** The rights that the row policies read, one row per role. Copied into the database by every migration run. */
export function entitlementsByRole(): { readonly role: Role; readonly entitlement: Entitlement }[] {
  const rows = new Map<string, { role: Role; entitlement: Entitlement }>();
  for (const permission of Object.values<Permission>(permissions)) {
    const { entitlement } = permission;
    if (entitlement === undefined) continue;
    for (const role of permission.roles) rows.set(`${role} ${entitlement}`, { role, entitlement });
  }
  return [...rows.values()];
}
