/**
 * Whether an organisation's own ways hold together: ladders without a missing step, meetings that name meetings, roles
 * that exist, a disclosure for every unit, thresholds that say what the tables say, and a citation for each.
 */
import { isRole } from '../../access/roles.model.ts';
import type { RoutineFileFault } from '../routine.check.ts';
import type { EscalationEntry, MeetingEntry } from '../own-ways.model.ts';
import type { VersionEntry } from '../routine.model.ts';

type Path = RoutineFileFault['path'];
type Report = (path: Path, message: string, example: string) => void;

function checkLadder(ladder: EscalationEntry, path: Path, report: Report): void {
  ladder.levels.forEach(({ level }, index) => {
    if (level !== index + 1) report([...path, 'levels', index], `ladder ${ladder.ladder}: level ${String(level)} stands where level ${String(index + 1)} belongs`, 'level: 1, level: 2, level: 3');
  });
  ladder.straightTo?.forEach(({ question, level }, index) => {
    if (level > ladder.levels.length) report([...path, 'straightTo', index], `ladder ${ladder.ladder}: ${question} goes to level ${String(level)}, which is not there`, `level: ${String(ladder.levels.length)}`);
  });
}

function checkMeeting(meeting: MeetingEntry, known: ReadonlySet<string>, path: Path, report: Report): void {
  const { every, unit, unstated, onCall, alternatesWith } = meeting.rhythm;
  const rhythms = [every !== undefined && unit !== undefined, unstated === true, onCall === true].filter(Boolean);
  if (rhythms.length !== 1 || (every === undefined) !== (unit === undefined)) {
    report([...path, 'rhythm'], `meeting ${meeting.meeting} needs one rhythm`, 'rhythm: { every: 14, unit: DAYS }, { unstated: true } or { onCall: true }');
  }
  for (const other of [alternatesWith, meeting.precededBy, meeting.followedBy]) {
    if (other !== undefined && !known.has(other)) report(path, `meeting ${meeting.meeting} names a meeting that is not there: ${other}`, `one of: ${[...known].join(', ')}`);
  }
}

function checkRoles(version: VersionEntry, path: Path, report: Report): void {
  const check = (roles: readonly string[] | undefined, at: Path): void => {
    for (const role of roles ?? []) if (!isRole(role)) report([...path, ...at], `unknown role ${role}`, 'CASEWORKER, COORDINATOR, OPERATIONS_MANAGER, …');
  };
  version.escalation.forEach(({ levels }, ladder) => levels.forEach(({ roles }, level) => check(roles, ['escalation', ladder, 'levels', level, 'roles'])));
  version.meetings.forEach(({ required, invited }, index) => check([...required, ...(invited ?? [])], ['meetings', index]));
  version.acts.forEach(({ roles }, index) => check(roles, ['acts', index, 'roles']));
  check(version.cutOff?.by, ['cutOff', 'by']);
}

function checkDisclosure(version: VersionEntry, path: Path, report: Report): void {
  const units = Object.entries(version.units).filter(([, { kind }]) => kind !== 'JOINT').map(([unit]) => unit);
  for (const unit of units) {
    const answers = version.disclosure.filter(({ to }) => to.includes(unit));
    if (answers.length !== 1) report([...path, 'disclosure'], `unit ${unit} has ${String(answers.length)} answers to 'active elsewhere'`, `{ to: [${unit}], answer: CONTACT_NEEDED, … }`);
  }
}

/** Every number that stands under a key of the tables and deadlines, signs aside. */
function numbersUnder(version: VersionEntry, key: string): ReadonlySet<number> {
  const found = new Set<number>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, nested] of Object.entries(value)) {
      if (name === key && typeof nested === 'number') found.add(Math.abs(nested));
      else walk(nested);
    }
  };
  [version.ongoing, version.newMatter, version.coordinator, version.transfer, version.holder].forEach(walk);
  return found;
}

function checkThresholds(version: VersionEntry, path: Path, report: Report): void {
  for (const [name, { value, usedAs }] of Object.entries(version.thresholds)) {
    if (usedAs === undefined) continue;
    const numbers = numbersUnder(version, usedAs);
    if (!numbers.has(value)) report([...path, 'thresholds', name], `threshold ${name} is ${String(value)}, and no table says so under ${usedAs}`, `value: one of ${[...numbers].join(', ')}`);
  }
}

function checkCitations(version: VersionEntry, path: Path, report: Report): void {
  for (const key of ['disclosure', 'acts', 'meetings'] as const) {
    version[key].forEach(({ ids }, index) => {
      if (ids.length === 0) report([...path, key, index], `missing citation in ${key}`, 'ids: [R0-53]');
    });
  }
  version.escalation.forEach(({ ladder, levels }, index) =>
    levels.forEach(({ ids, level }, place) => {
      if (ids.length === 0) report([...path, 'escalation', index, 'levels', place], `missing citation: level ${String(level)} of ladder ${ladder}`, 'ids: [R0-59]');
    }),
  );
}

/** What is wrong with the organisation's own ways in a version. */
export function ownWaysFaults(version: VersionEntry, path: Path): readonly RoutineFileFault[] {
  const faults: RoutineFileFault[] = [];
  const report: Report = (at, message, example) => faults.push({ path: at, message, example });
  const meetings = new Set(version.meetings.map(({ meeting }) => meeting));
  version.escalation.forEach((ladder, index) => checkLadder(ladder, [...path, 'escalation', index], report));
  version.meetings.forEach((meeting, index) => checkMeeting(meeting, meetings, [...path, 'meetings', index], report));
  if (version.inventory !== undefined && !meetings.has(version.inventory.meeting)) {
    report([...path, 'inventory', 'meeting'], `the inventory is for a meeting that is not there: ${version.inventory.meeting}`, `one of: ${[...meetings].join(', ')}`);
  }
  checkRoles(version, path, report);
  checkDisclosure(version, path, report);
  checkThresholds(version, path, report);
  checkCitations(version, path, report);
  return faults;
}
