/** What must hold when a case is opened, closed or given to a caseworker. Pure: dates are local, periods half-open. */
import { conflict, invalid } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { CaseFile } from './case.model.ts';

/** @throws Fault where the case would open in the future: it is active from the day it is registered. */
export function checkOpening(openedOn: LocalDate, today: LocalDate): void {
  if (openedOn <= today) return;
  throw invalid('OPENED_IN_FUTURE', 'input.openedOn', {
    sv: `Ett ärende kan inte öppnas i framtiden. Ange högst dagens datum, ${today}.`,
    en: `A case cannot be opened in the future. Give ${today} at the latest.`,
  });
}

/** @throws Fault where the case is closed already, or would close before it was opened. */
export function checkClosing(file: CaseFile, closedOn: LocalDate): void {
  checkOpen(file);
  if (closedOn > file.openedOn) return;
  throw invalid('PERIOD_ENDS_BEFORE_START', 'input.closedOn', {
    sv: `Ärendet öppnades ${file.openedOn}. Första dag som det inte är öppet måste ligga efter.`,
    en: `The case was opened on ${file.openedOn}. The first day on which it is not open must come after.`,
  });
}

/** @throws Fault where the case is closed. */
export function checkOpen(file: CaseFile): void {
  if (file.closedOn === null) return;
  throw conflict('CASE_CLOSED', { sv: `Ärendet avslutades ${file.closedOn}.`, en: `The case was closed on ${file.closedOn}.` }, 'input.caseId');
}

/** @throws Fault where the caller worked from another version than the present one. */
export function checkVersion(present: number, basedOn: number): void {
  if (present === basedOn) return;
  throw conflict(
    'CHANGED_SINCE_READ',
    {
      sv: `Uppgiften har ändrats sedan du läste den: du utgick från version ${String(basedOn)}, nu gäller version ${String(present)}. Läs om och försök igen.`,
      en: `It has changed since you read it: you worked from version ${String(basedOn)}, the present one is ${String(present)}. Read it again.`,
    },
    'input.version',
  );
}

/** @throws Fault where an assignment would begin before the case was opened or end before it begins. */
export function checkAssignmentStart(file: CaseFile, from: LocalDate): void {
  checkOpen(file);
  if (from >= file.openedOn) return;
  throw invalid('BEFORE_CASE_OPENED', 'input.from', {
    sv: `Ärendet öppnades ${file.openedOn}. Ange den dagen eller en senare.`,
    en: `The case was opened on ${file.openedOn}. Give that day or a later one.`,
  });
}
