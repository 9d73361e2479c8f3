/** Which inventory is asked for: routine version, term and snapshot date, or why there is none. */
import { addDays } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { Fault, invalid } from '../kernel/faults.ts';
import { covers, type Period } from '../kernel/period.ts';
import { termBounds } from '../routine/term.rules.ts';
import { versionOn, type RoutineLibrary, type RoutineVersion } from '../routine/version.model.ts';
import type { InventoryFrame, InventoryTerm } from './inventory.model.ts';

interface Adopted extends Period {
  readonly routine: string;
}

/**
 * The frame of the inventory that an organisation takes.
 * @throws Fault TERM_INVALID, TERM_BEFORE_ROUTINE (path `term`), AS_OF_BEFORE_ROUTINE (path `asOf`), NO_INVENTORY
 */
export function inventoryFrame(
  adopted: readonly Adopted[],
  routines: RoutineLibrary,
  label: string,
  snapshot: LocalDate,
): InventoryFrame {
  const followed = adopted.find((period) => covers(period, snapshot));
  const routine = followed === undefined ? undefined : routines.get(followed.routine);
  const version = routine === undefined ? undefined : versionOn(routine, snapshot);
  if (routine === undefined || version === undefined) {
    throw invalid('AS_OF_BEFORE_ROUTINE', 'asOf', {
      sv: `Organisationen följer ingen rutin den ${snapshot}. Välj ett datum då rutinen gäller.`,
      en: `The organisation follows no routine on ${snapshot}. Choose a date on which the routine applies.`,
    });
  }
  const { inventory } = version.entry;
  if (inventory === undefined || version.ongoing === null) {
    throw new Fault({
      kind: 'RULE_VIOLATION',
      code: 'NO_INVENTORY',
      path: 'organisation',
      message: {
        sv: `Rutinen ${routine.key} har ingen inventering: den flyttar inget ansvar vid en viss ålder.`,
        en: `The routine ${routine.key} has no inventory: it moves no responsibility at an age.`,
      },
    });
  }
  return { routine, version, inventory, term: termCalled(label, version, snapshot), snapshot };
}

function termCalled(label: string, version: RoutineVersion, snapshot: LocalDate): InventoryTerm {
  const bounds = termBounds(version, label);
  if (bounds === undefined || bounds.until === null) {
    const year = snapshot.slice(0, 4);
    const accepted = version.entry.terms.map(({ term }) => `${term}${year}`);
    throw invalid('TERM_INVALID', 'term', {
      sv: `Terminen anges som ${accepted.join(' eller ')}.`,
      en: `The term is given as ${accepted.join(' or ')}.`,
    });
  }
  if (bounds.until <= version.from) {
    throw invalid('TERM_BEFORE_ROUTINE', 'term', {
      sv: `Rutinen gäller från ${version.from}: terminen ${label} slutar före den dagen.`,
      en: `The routine applies from ${version.from}: the term ${label} ends before that day.`,
    });
  }
  return { label, from: bounds.from, until: bounds.until, lastDay: addDays(bounds.until, -1) };
}
