/** What the routine says of managers' agreements, and what must hold when one is made, approved or ended. Pure. */
import { unitsAllowing, type AdoptedRoutine, type Caller } from '../access/permit.ts';
import { permissions } from '../access/permissions.ts';
import { conflict, invalid, refusedByRule } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { checkPeriod } from '../kernel/period.check.ts';
import { covers, type Period } from '../kernel/period.ts';
import type { AgreementEntry } from '../routine/routine.model.ts';
import { versionOn, type RoutineLibrary } from '../routine/version.model.ts';
import type { AgreementFile } from './agreement.model.ts';

/** Says which rule lets managers agree, where a routine has none of its own. */
const ruleOfAgreements = permissions['agreement.record'].source;

/** What the routine that the organisation follows on a day says of agreements. @throws Fault where it knows none */
export function agreementEntryOn(adopted: readonly AdoptedRoutine[], routines: RoutineLibrary, day: LocalDate): AgreementEntry {
  const followed = adopted.find((routine) => covers(routine, day));
  const routine = followed === undefined ? undefined : routines.get(followed.routine);
  const entry = routine === undefined ? undefined : versionOn(routine, day)?.entry.agreement;
  if (entry !== undefined) return entry;
  throw refusedByRule('AGREEMENT_NOT_IN_ROUTINE', ruleOfAgreements, {
    sv: 'Er rutin låter inte verksamhetscheferna komma överens om annat ansvar än det som följer av den.',
    en: 'Your routine does not let the managers agree on another responsibility than follows from it.',
  });
}

/** @throws Fault where it would have no end, or end before it begins */
export function checkAgreedPeriod(period: Period, { ids }: AgreementEntry): void {
  checkPeriod(period);
  if (period.until !== null) return;
  throw invalid('AGREEMENT_WITHOUT_END', 'input.until', {
    sv: 'En överenskommelse ska ha ett slut. Ange första dag efter.',
    en: 'An agreement must have an end. Give the first day after.',
  }, ids[0]);
}

export interface AgreedUnits {
  readonly proposer: { readonly id: string; readonly key: string };
  readonly counterpart: { readonly id: string; readonly key: string };
  readonly agreedUnitId: string;
}

/** @throws Fault where the two units are not those whose managers the routine names, or the agreed unit is neither */
export function checkAgreedUnits({ proposer, counterpart, agreedUnitId }: AgreedUnits, { approvedBy, ids }: AgreementEntry): void {
  const parties = [['input.unitId', proposer], ['input.counterpartUnitId', counterpart]] as const;
  for (const [path, { key }] of parties) {
    if (approvedBy.includes(key)) continue;
    throw refusedByRule('AGREEMENT_PARTY_WRONG', ids[0] ?? ruleOfAgreements, {
      sv: `Överenskommelsen görs mellan cheferna för ${approvedBy.join(' och ')}.`,
      en: `The agreement is made between the managers of ${approvedBy.join(' and ')}.`,
    }, path);
  }
  if (proposer.id === counterpart.id) {
    throw invalid('AGREEMENT_WITH_SELF', 'input.counterpartUnitId', {
      sv: 'Överenskommelsen ska vara mellan två enheter.',
      en: 'The agreement must be between two units.',
    });
  }
  if (agreedUnitId !== proposer.id && agreedUnitId !== counterpart.id) {
    throw invalid('AGREED_UNIT_OUTSIDE', 'input.agreedUnitId', {
      sv: 'Ansvaret kan bara ligga på en av de två enheterna.',
      en: 'Only one of the two units can be responsible.',
    });
  }
}

/** The side of an agreement that the caller speaks for: one that has not approved yet, before one that has. */
export function sideOf({ proposedByUnitId, counterpartUnitId, approvals }: AgreementFile, caller: Caller): string | undefined {
  const mine = unitsAllowing(caller, 'agreement.record');
  const sides = [counterpartUnitId, proposedByUnitId].filter((unitId) => mine.includes(unitId));
  return sides.find((unitId) => !approvals.some((approval) => approval.unitId === unitId)) ?? sides[0];
}

/** @throws Fault where the unit's manager has approved already, the agreement is over, or one person approves for both */
export function checkApproval({ approvals, until }: AgreementFile, { unitId, staffId }: { unitId: string; staffId: string }, today: LocalDate): void {
  if (approvals.some((approval) => approval.unitId === unitId)) {
    throw conflict(
      'ALREADY_APPROVED',
      { sv: 'Enhetens verksamhetschef har redan godkänt.', en: "The unit's operations manager has approved already." },
      'input.agreementId',
    );
  }
  if (until !== null && until <= today) {
    throw conflict(
      'ALREADY_ENDED',
      { sv: `Överenskommelsen har upphört: första dag efter är ${until}.`, en: `The agreement has ended: the first day after is ${until}.` },
      'input.agreementId',
    );
  }
  if (approvals.some((approval) => approval.staffId === staffId)) {
    throw refusedByRule('ONE_MANAGER_FOR_BOTH', ruleOfAgreements, {
      sv: 'Båda verksamhetscheferna ska godkänna: samma person kan inte godkänna för båda.',
      en: 'Both operations managers must approve: one person cannot approve for both.',
    });
  }
}
