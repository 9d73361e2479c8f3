/** What must hold when a unit is joined to a case, or names who it is. Pure. */
import { conflict, invalid } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { CoHandlingFile } from './co-handling.model.ts';

/** @throws Fault where the unit has the case itself */
export function checkOtherUnit(caseUnitId: string, unitId: string): void {
  if (unitId !== caseUnitId) return;
  throw invalid('CO_HANDLER_OWN_UNIT', 'input.unitId', {
    sv: 'Ärendets egen enhet kan inte vara medhandläggare. Välj en annan enhet.',
    en: "The case's own unit cannot be its co-handler. Choose another unit.",
  });
}

/** @throws Fault where the co-handling is over */
export function checkRunning({ until }: CoHandlingFile, today: LocalDate): void {
  if (until === null || until > today) return;
  throw conflict(
    'ALREADY_ENDED',
    { sv: `Medhandläggningen har upphört: första dag efter är ${until}.`, en: `The co-handling has ended: the first day after is ${until}.` },
    'input.coHandlingId',
  );
}
