/** Deadlines of a coming transfer, each with its status on the day asked about. */
import type { LocalDate } from '../kernel/local-date.ts';
import { continuedNeedOn } from '../routine/situation.rules.ts';
import { YES, type Situation } from '../routine/situation.model.ts';
import type { DeadlineEntry } from '../routine/routine.model.ts';
import type { CompiledTransfer } from '../routine/version.model.ts';
import type { Verdict } from '../routine/table.model.ts';
import type { Deadline, DeadlineStatus } from './answer.model.ts';
import type { FactKind } from './question.model.ts';

/** The first day on which it was done, as known on `asOf`: a duty once done stays done, also when the fact ends again. */
function doneOn(situation: Situation, doneBy: DeadlineEntry['doneBy'], asOf: LocalDate): LocalDate | null {
  let first: LocalDate | null = null;
  for (const fact of situation.facts) {
    if (fact.kind !== doneBy.kind || !fact.known || fact.from > asOf) continue;
    if (doneBy.unit !== undefined && (fact.unit === undefined || !doneBy.unit.includes(fact.unit))) continue;
    if (first === null || fact.from < first) first = fact.from;
  }
  return first;
}

/** Done on or before the date MET, later LATE; not done by the date PENDING, after it MISSED. */
export function statusOf(done: LocalDate | null, due: LocalDate, asOf: LocalDate): DeadlineStatus {
  if (done !== null) return done <= due ? 'MET' : 'LATE';
  return asOf <= due ? 'PENDING' : 'MISSED';
}

export interface TransferDuties {
  readonly deadlines: readonly Deadline[];
  readonly asks: readonly FactKind[];
}

const noDuties: TransferDuties = { deadlines: [], asks: [] };
const needAsked: TransferDuties = { deadlines: [], asks: ['CONTINUED_NEED'] };

/**
 * What must be done before the coming transfer: of each kind the first deadline whose condition holds, listed while
 * the giving side still has the responsibility, and whether the continued need is still to be assessed.
 */
export function transferDuties(
  transfer: CompiledTransfer | null,
  situation: Situation,
  asOf: LocalDate,
  verdict: Verdict,
  nextTransfer: LocalDate | null,
): TransferDuties {
  if (transfer === null || !transfer.isGiving(verdict.authority ?? verdict.interim)) return noDuties;
  if (situation.facts.length === 0 && transfer.test(situation, asOf) === YES) return needAsked;
  if (transfer.test(situation, asOf) !== YES) return noDuties;
  const deadlines: Deadline[] = [];
  for (const { entry, test, dateOf } of transfer.deadlines) {
    if (deadlines.some((listed) => listed.kind === entry.kind) || test(situation, asOf) !== YES) continue;
    const date = dateOf(situation, asOf, nextTransfer);
    if (date === null) continue;
    const status = statusOf(doneOn(situation, entry.doneBy, asOf), date, asOf);
    deadlines.push({ kind: entry.kind, date, force: entry.force, status, ruleIds: entry.ids });
  }
  return { deadlines, asks: continuedNeedOn(situation, asOf) === 'UNKNOWN' ? ['CONTINUED_NEED'] : [] };
}
