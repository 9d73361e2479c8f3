/**
 * The one gate: a write without a permit does not compile, and its audit row is made from the permit.
 * A caller who may not see the object gets 'not found'; one who sees it but may not act gets the plain reason.
 */
import { forbidden, notFound, type Fault } from '../kernel/faults.ts';
import type { Period } from '../kernel/period.ts';
import { permissions, type Action, type Permission } from './permissions.ts';
import { roles, type Role } from './roles.model.ts';

/** A role held today, and the units it covers. */
export interface HeldRole {
  readonly role: Role;
  readonly unitIds: readonly string[];
}

/** The routine that the organisation follows during a period. */
export interface AdoptedRoutine extends Period {
  readonly routine: string;
}

/** Who asks, as the database knows them at this moment. */
export interface Caller {
  readonly staffId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly organisationId: string;
  readonly organisationKey: string;
  readonly adoptedRoutines: readonly AdoptedRoutine[];
  readonly roles: readonly HeldRole[];
}

/** What an action is done to, as far as the decision needs it. */
export interface Subject {
  readonly organisationId: string;
  /** The unit that has the case or recorded the row; absent for what belongs to the whole organisation. */
  readonly unitId?: string;
  /** The unit that takes part: co-handling, counterpart of an agreement. */
  readonly partnerUnitId?: string;
  readonly objectType: string;
  /** The object, as the row policies have shown it to the caller; absent for what does not exist yet. */
  readonly objectId?: string;
  readonly personIds?: readonly string[];
  readonly ruleIds?: readonly string[];
}

declare const granted: unique symbol;

/** Proof that {@link permit} has answered yes to `actor` doing `action`. Every save takes one. */
export interface Permit<A extends Action = Action> {
  readonly [granted]: true;
  readonly action: A;
  readonly actor: Caller;
  readonly subject: Subject;
}

/** The units in which the caller may do `action`, for lists and row filters. */
export function unitsAllowing(caller: Caller, action: Action): readonly string[] {
  const permission: Permission = permissions[action];
  return [...new Set(caller.roles.filter((held) => permission.roles.includes(held.role)).flatMap((held) => held.unitIds))];
}

/** Whether the caller holds, anywhere in the organisation, a role that may do `action`. */
export function holdsRoleFor(caller: Caller, action: Action): boolean {
  const permission: Permission = permissions[action];
  return caller.roles.some((held) => permission.roles.includes(held.role));
}

function reaches(caller: Caller, action: Action, subject: Subject): boolean {
  if (caller.organisationId !== subject.organisationId) return false;
  const permission: Permission = permissions[action];
  if (permission.reach === 'ORGANISATION') return holdsRoleFor(caller, action);
  const units = unitsAllowing(caller, action);
  const wanted = permission.reach === 'OWN_UNIT' ? [subject.unitId] : [subject.unitId, subject.partnerUnitId];
  return wanted.some((unitId) => unitId !== undefined && units.includes(unitId));
}

/** Whether the caller sees the subject at all: the condition for being told why something is refused. */
function sees(caller: Caller, subject: Subject): boolean {
  if (caller.organisationId !== subject.organisationId) return false;
  if (subject.unitId === undefined || subject.objectId !== undefined) return true;
  const units = unitsAllowing(caller, 'case.read');
  return [subject.unitId, subject.partnerUnitId].some((unitId) => unitId !== undefined && units.includes(unitId));
}

/** Grants or refuses. @throws Fault NOT_FOUND where the caller may not see the subject, FORBIDDEN where it may not act. */
export function permit<A extends Action>(caller: Caller, action: A, subject: Subject): Permit<A> {
  if (reaches(caller, action, subject)) return { action, actor: caller, subject } as Permit<A>;
  throw refusal(caller, action, subject);
}

/** The same permit, once it is known whom it is about: for what did not exist when it was granted. */
export function about<A extends Action>(granted: Permit<A>, personIds: readonly string[]): Permit<A> {
  return { ...granted, subject: { ...granted.subject, personIds } };
}

/** The same permit with the rules of the routine that let it be done, for the audit. */
export function byRules<A extends Action>(granted: Permit<A>, ruleIds: readonly string[]): Permit<A> {
  return { ...granted, subject: { ...granted.subject, ruleIds } };
}

function refusal(caller: Caller, action: Action, subject: Subject): Fault {
  if (!sees(caller, subject)) return notFound();
  const permission: Permission = permissions[action];
  const holders = permission.roles.map((role) => roles[role]);
  const where = permission.reach === 'ORGANISATION' ? { sv: '', en: '' } : { sv: ' på ärendets enhet', en: ' at the unit of the case' };
  return forbidden({
    sv: `Din roll får inte ${permission.sv}. Det får: ${holders.map((role) => role.sv).join(', ')}${where.sv}.`,
    en: `Your role may not ${permission.en}. These may: ${holders.map((role) => role.en).join(', ')}${where.en}.`,
  });
}
