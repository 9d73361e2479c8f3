/** What must hold when a consent is withdrawn. Pure. */
import { conflict, invalid } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { checkHappened } from '../kernel/period.check.ts';
import type { ConsentFile } from './consent.model.ts';

/** @throws Fault where the consent has been withdrawn, or has run out */
export function checkInForce({ withdrawnOn, until }: ConsentFile, today: LocalDate): void {
  if (withdrawnOn !== null) {
    throw conflict(
      'ALREADY_WITHDRAWN',
      { sv: `Samtycket är återkallat från och med ${withdrawnOn}.`, en: `The consent is withdrawn as of ${withdrawnOn}.` },
      'input.consentId',
    );
  }
  if (until !== null && until <= today) {
    throw conflict(
      'ALREADY_ENDED',
      { sv: `Samtycket har redan ett slut: första dag efter är ${until}.`, en: `The consent has an end already: the first day after is ${until}.` },
      'input.consentId',
    );
  }
}

/** @throws Fault where it would be withdrawn before it was given, or in the future */
export function checkWithdrawal({ from }: ConsentFile, withdrawnOn: LocalDate, today: LocalDate): void {
  if (withdrawnOn < from) {
    throw invalid('WITHDRAWN_BEFORE_GIVEN', 'input.withdrawnOn', {
      sv: `Samtycket gavs ${from} och kan inte återkallas tidigare.`,
      en: `The consent was given on ${from} and cannot be withdrawn earlier.`,
    });
  }
  checkHappened(withdrawnOn, today, 'input.withdrawnOn');
}
