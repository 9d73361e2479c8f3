/** What the inventory says of one person (rule catalogue F.5). */
import { ageOn, birthday, daysBetween } from '../kernel/local-date.ts';
import { covers } from '../kernel/period.ts';
import { latestOf } from '../routine/situation.rules.ts';
import type { UnitKey } from '../routine/vocabulary.model.ts';
import type { Deadline, DeadlineStatus } from '../responsibility/answer.model.ts';
import { explain } from '../responsibility/explanation.rules.ts';
import { verdictOn } from '../responsibility/stretch.rules.ts';
import { coHandlerOn, diagnosisOn, hasLvuOn, needCategoriesOn, notifiedOn, placementOn, settingOf } from './circumstances.rules.ts';
import type { Block, Candidate, DeadlineState, InventoryFrame, InventoryRow } from './inventory.model.ts';
import { verdictBefore, type Outlook } from './transfer-date.rules.ts';

const states: Readonly<Record<DeadlineStatus, DeadlineState>> = {
  MET: 'ON_TIME',
  LATE: 'LATE',
  MISSED: 'MISSING',
  PENDING: 'NOT_YET_DUE',
};

/** The row of a person in a block; `duties` are the deadlines listed for the transfer. */
export function rowOf(candidate: Candidate, frame: InventoryFrame, outlook: Outlook, block: Block, duties: readonly Deadline[]): InventoryRow {
  const { inventory, snapshot, version } = frame;
  const { facts } = candidate;
  const { situation } = outlook.view;
  const main = duties.find(({ kind }) => kind === (block === 'EARLY' ? 'CO_HANDLER_PREFERRED' : inventory.deadline));
  const placement = placementOn(facts, snapshot);
  const hasLvu = hasLvuOn(facts, snapshot);
  const receiver = receiverOf(outlook, inventory.receivers);
  const helpers = version.transfer?.deadlines.flatMap(({ entry }) => entry.doneBy.unit ?? []) ?? [];
  return {
    candidate,
    block,
    age: ageOn(outlook.birthDate, snapshot),
    transferDate: outlook.transferDate,
    isProjected: outlook.isProjected,
    isOverdue: outlook.transferDate !== null && outlook.transferDate <= snapshot,
    deadline: main?.date ?? null,
    advisory: duties.find(({ kind }) => kind === 'ADVISORY')?.date ?? null,
    daysToDeadline: main === undefined ? null : daysBetween(snapshot, main.date),
    status: main === undefined ? null : states[main.status],
    notifiedOn: notifiedOn(facts, snapshot),
    coHandler: coHandlerOn(facts, snapshot, [...(receiver === null ? [] : [receiver]), ...helpers]),
    need: latestOf(situation, 'CONTINUED_NEED', snapshot)?.value === 'YES' ? 'YES' : 'UNKNOWN',
    needCategories: needCategoriesOn(facts, snapshot),
    receiver,
    placement,
    hasLvu,
    setting: settingOf(placement, hasLvu, inventory.unknownNeedCounts === 'WHERE_PLACED_BY_FOSTER_CARE'),
    diagnosis: diagnosisOn(facts, snapshot),
    exceptionRuleId: exceptionOf(outlook),
    ...(block === 'UNDETERMINED' ? undeterminedPart(frame, outlook) : { reason: null, raiseAt: null, explanation: null }),
  };
}

/** A row of the early list, where the person turns the early age in the term (R0-27). */
export function earlyRow(candidate: Candidate, frame: InventoryFrame, outlook: Outlook, duties: readonly Deadline[]): InventoryRow | null {
  const { earlyAge } = frame.inventory;
  if (earlyAge === undefined || !covers(frame.term, birthday(outlook.birthDate, earlyAge))) return null;
  return rowOf(candidate, frame, outlook, 'EARLY', duties);
}

/** The row of a person whose birth date is not fully known: what was worked out from a guess is taken away. */
export function unknownBirthRow(candidate: Candidate, frame: InventoryFrame, guessed: InventoryRow): InventoryRow {
  return {
    ...guessed,
    candidate,
    block: 'UNDETERMINED',
    age: null,
    transferDate: null,
    isProjected: false,
    isOverdue: false,
    deadline: null,
    advisory: null,
    daysToDeadline: null,
    status: null,
    receiver: null,
    exceptionRuleId: null,
    reason: 'BIRTH_DATE_UNKNOWN',
    raiseAt: frame.version.ongoing?.entry.whenUnknown.raiseAt ?? null,
    explanation: null,
  };
}

/** Decided at a meeting; else who answers after the transfer by the routine; else the only receiver it names. */
function receiverOf({ version, view, snapshot, transferDate }: Outlook, receivers: readonly UnitKey[]): UnitKey | null {
  const decided = latestOf(view.situation, 'TRANSFER_OUTCOME', snapshot)?.receivingUnit;
  if (decided !== undefined) return decided;
  const after = transferDate === null ? null : (verdictOn(view, transferDate)?.authority ?? null);
  if (after !== null && version.transfer?.isGiving(after) === false) return after;
  return receivers.length === 1 ? (receivers[0] ?? null) : null;
}

/** The rule of the exception, or of the managers' agreement, that moves the transfer to where it is. */
function exceptionOf(outlook: Outlook): string | null {
  if (outlook.transferDate === null) return null;
  const { row, outcome } = verdictBefore(outlook);
  return row.isException || outcome === 'OVERRIDDEN' ? (row.ids[0] ?? null) : null;
}

function undeterminedPart({ version, snapshot }: InventoryFrame, outlook: Outlook): Pick<InventoryRow, 'reason' | 'raiseAt' | 'explanation'> {
  const { view, verdict, transferDate } = outlook;
  const day = verdict.outcome === 'UNDETERMINED' || transferDate === null ? snapshot : transferDate;
  const open = verdictOn(view, day) ?? verdict;
  const dates = { asOf: day, validFrom: day, validTo: null, nextTransfer: transferDate };
  return {
    reason: open.asks.some((kind) => kind !== 'CONTINUED_NEED') ? 'FACT_UNKNOWN' : 'NO_RULE',
    raiseAt: open.raiseAt,
    explanation: explain(version, view.situation, open, dates).sv,
  };
}
