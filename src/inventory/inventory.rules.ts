/**
 * The inventory of a term: of the open cases at the giving units, who is due, in which block, and why the others are
 * not (rule catalogue F.2–F.4). Ages, exceptions and deadlines are the routine's; this only reads its answers.
 */
import { addDays, addMonths, addYears } from '../kernel/local-date.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { bornAs } from '../caseload/responsibility.rules.ts';
import { covers } from '../kernel/period.ts';
import { continuedNeedOn, latestOf } from '../routine/situation.rules.ts';
import type { Routine } from '../routine/version.model.ts';
import type { Deadline } from '../responsibility/answer.model.ts';
import { transferDuties } from '../responsibility/deadline.rules.ts';
import { isPlacedByFosterCare } from './circumstances.rules.ts';
import type { Candidate, Exclusion, ExclusionReason, Inventory, InventoryEntry, InventoryFrame, InventoryRow, InventoryTerm } from './inventory.model.ts';
import { earlyRow, rowOf, unknownBirthRow } from './inventory-row.rules.ts';
import { assumingNeed, isAgeLimit, isGapOn, outlookOf, verdictBefore, viewOf, type Outlook } from './transfer-date.rules.ts';

/** Classifies the candidates. Each person stands at most once on the list. */
export function takeInventory(candidates: readonly Candidate[], frame: InventoryFrame): Inventory {
  const rows: InventoryRow[] = [];
  const excluded: Exclusion[] = [];
  for (const candidate of onePerPerson(candidates, frame, excluded)) {
    const found = classify(candidate, frame);
    if (typeof found === 'string') excluded.push({ candidate, reason: found });
    else rows.push(found);
  }
  return { rows: sortedByTransferDate(rows), excluded };
}

/** One inventory out of several of different persons. */
export function joinInventories(parts: readonly Inventory[]): Inventory {
  return { rows: sortedByTransferDate(parts.flatMap(({ rows }) => rows)), excluded: parts.flatMap(({ excluded }) => excluded) };
}

/**
 * The latest birth date that anybody on the list can have; wider by a few days than the exact rules, which decide.
 */
export function bornUntil({ version, inventory, term }: Omit<InventoryFrame, 'routine' | 'snapshot'>): LocalDate {
  const deadlines = version.transfer?.deadlines.filter(({ entry }) => entry.kind === inventory.deadline) ?? [];
  const byDeadline = deadlines.flatMap(({ entry: { date } }) =>
    date.birthday === undefined ? [] : [addYears(addMonths(term.lastDay, -(date.months ?? 0)), -date.birthday)],
  );
  const limits = byDeadline.length > 0 ? byDeadline : [addYears(term.lastDay, -Math.min(...version.ages))];
  const early = inventory.earlyAge === undefined ? [] : [addYears(term.lastDay, -inventory.earlyAge)];
  const latest = [...limits, ...early].sort().at(-1) ?? term.lastDay;
  return addDays(latest, 4);
}

function sortedByTransferDate(rows: readonly InventoryRow[]): readonly InventoryRow[] {
  const keyed = rows.map((row) => ({ row, key: `${row.transferDate ?? '9'} ${row.candidate.reference}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

/** Of several open cases of one person the reader's own first, then the one of the unit that handles it by the routine. */
function onePerPerson(candidates: readonly Candidate[], frame: InventoryFrame, excluded: Exclusion[]): readonly Candidate[] {
  const byPerson = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const known = byPerson.get(candidate.personId);
    if (known === undefined) byPerson.set(candidate.personId, [candidate]);
    else known.push(candidate);
  }
  return [...byPerson.values()].flatMap((cases) => {
    const [only, ...more] = cases;
    if (only === undefined || more.length === 0) return cases;
    const keeper = keeperOf(only, frame);
    const rank = (found: Candidate): string => `${found.own ? 0 : 1}${found.unit === keeper ? 0 : 1} ${found.reference}`;
    const [listed, ...others] = [...cases].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    excluded.push(...others.map((candidate) => ({ candidate, reason: 'OTHER_CASE' as const })));
    return listed === undefined ? [] : [listed];
  });
}

function keeperOf({ birthDate, facts }: Candidate, { routine, version, snapshot }: InventoryFrame): string | null {
  if (birthDate === null) return null;
  const { verdict } = outlookOf(routine, version, birthDate, facts, snapshot);
  return verdict.handling ?? verdict.interim;
}

function classify(candidate: Candidate, frame: InventoryFrame): InventoryRow | ExclusionReason {
  const { routine, version, inventory, term, snapshot } = frame;
  const { birthDate, facts } = candidate;
  if (candidate.deceasedOn !== null && candidate.deceasedOn <= snapshot) return 'DECEASED';
  const isOpen = facts.some((fact) => fact.kind === 'OPEN_CASE' && fact.unit === candidate.unit && covers(fact, snapshot));
  if (!isOpen) return 'CLOSED';
  if (birthDate === null) return classifyUnknownBirth(candidate, frame);

  const view = viewOf(routine, birthDate, facts, snapshot);
  const { situation } = view;
  const need = continuedNeedOn(situation, snapshot);
  if (need === 'NO') return 'NEED_NO';
  if (latestOf(situation, 'TRANSFER_OUTCOME', snapshot)?.outcome === 'NO_TRANSFER') return 'NO_TRANSFER';

  const outlook = outlookOf(routine, version, birthDate, facts, snapshot, view);
  if (!isDue(outlook, inventory, term)) {
    const reason = outlook.transferDate === null ? 'NO_TRANSFER_DATE' : 'NOT_DUE';
    return earlyRow(candidate, frame, outlook, dutiesAssumingNeed(outlook)) ?? reason;
  }
  if (isGapOn(outlook, snapshot) || hasGapAhead(outlook)) return rowOf(candidate, frame, outlook, 'UNDETERMINED', []);
  const isKnown = need === 'YES' || (inventory.unknownNeedCounts === 'WHERE_PLACED_BY_FOSTER_CARE' && isMovedByFosterCare(outlook, routine));
  return rowOf(candidate, frame, outlook, isKnown ? 'KNOWN' : 'ASSESSMENT_MISSING', dutiesOf(outlook));
}

/** Nothing can be dated without a birth date; on the list is whoever may be due, counted from the earliest date possible. */
function classifyUnknownBirth(candidate: Candidate, frame: InventoryFrame): InventoryRow | ExclusionReason {
  const birthDate = bornAs(candidate.born).birthRange?.earliest;
  if (birthDate === undefined) throw new TypeError('a birth date is known whole or in part');
  const found = classify({ ...candidate, birthDate }, frame);
  if (typeof found === 'string') return found;
  return found.block === 'EARLY' ? 'NOT_DUE' : unknownBirthRow(candidate, frame, found);
}

function isDue(outlook: Outlook, { horizon, deadline }: InventoryEntry, { lastDay }: InventoryTerm): boolean {
  const { transferDate, snapshot } = outlook;
  if (transferDate === null) return false;
  if (transferDate <= snapshot) return true;
  if (horizon.by === 'TRANSFER') return addMonths(transferDate, -horizon.months) <= lastDay;
  const date = dutiesAssumingNeed(outlook).find(({ kind }) => kind === deadline)?.date;
  return date !== undefined && date <= lastDay;
}

/** A gap that opens on a day of its own, such as the end of a placement, and not on a birthday, is no known transfer. */
function hasGapAhead(outlook: Outlook): boolean {
  const { transferDate, snapshot } = outlook;
  return transferDate !== null && transferDate > snapshot && !isAgeLimit(outlook, transferDate) && isGapOn(outlook, transferDate);
}

/** (b) of F.2: the transfer waits for the end of the foster-care service's placement, and only for that. */
function isMovedByFosterCare(outlook: Outlook, routine: Routine): boolean {
  const { view, version, birthDate, snapshot, transferDate } = outlook;
  const { facts } = view.situation;
  if (transferDate === null || !isPlacedByFosterCare(facts, addDays(transferDate, -1))) return false;
  const others = facts.filter((fact) => fact.placedByFosterCareService !== true);
  return outlookOf(routine, version, birthDate, others, snapshot).transferDate !== transferDate;
}

/** The routine's deadlines for this transfer, with their status on the snapshot date; also after it has moved. */
function dutiesOf(outlook: Outlook, situation = outlook.view.situation): readonly Deadline[] {
  const { version, snapshot, transferDate, verdict } = outlook;
  const giving = transferDate !== null && transferDate <= snapshot ? verdictBefore(outlook) : verdict;
  return transferDuties(version.transfer, situation, snapshot, giving, transferDate).deadlines;
}

function dutiesAssumingNeed(outlook: Outlook): readonly Deadline[] {
  return dutiesOf(outlook, assumingNeed(outlook.view.situation, 'YES'));
}
