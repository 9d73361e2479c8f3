/** What must hold when a case is opened, closed or given to a caseworker. Pure: dates are local, periods half-open. */
import { conflict, invalid } from '../kernel/faults.ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';
import { checkHappened, checkPeriod } from '../kernel/period.check.ts';
import type { CaseFile } from './case.model.ts';

/** @throws Fault where the case would open in the future: it is active from the day it is registered. */
export function checkOpening(openedOn: LocalDate, today: LocalDate): void {
  checkHappened(openedOn, today, 'input.openedOn');
}

/** @throws Fault where the case would close before it was opened, or after today: today may be its last day. */
export function checkClosing(file: CaseFile, closedOn: LocalDate, today: LocalDate): void {
  checkPeriod({ from: file.openedOn, until: closedOn }, 'input.closedOn');
  checkHappened(closedOn, addDays(today, 1), 'input.closedOn');
}

/** @throws Fault where the case is closed. */
export function checkOpen(file: CaseFile): void {
  if (file.closedOn === null) return;
  throw conflict('CASE_CLOSED', { sv: `Ärendet avslutades ${file.closedOn}.`, en: `The case was closed on ${file.closedOn}.` }, 'input.caseId');
}

/** @throws Fault where somebody would take part in a case before it was opened. */
export function checkParticipationStart(file: CaseFile, from: LocalDate): void {
  if (from >= file.openedOn) return;
  throw invalid('BEFORE_CASE_OPENED', 'input.from', {
    sv: `Ärendet öppnades ${file.openedOn}. Ange den dagen eller en senare.`,
    en: `The case was opened on ${file.openedOn}. Give that day or a later one.`,
  });
}
