/** What the shape of a routine file cannot say: names that must exist, order of versions, bands that begin before they end. */
import { parseLocalDate } from '../kernel/local-date.ts';
import type { Condition, FactCondition, RoutineFile, RowEntry, TableEntry, UnitSource, VersionEntry } from './routine.model.ts';
import { unitWords } from './routine.model.ts';
import { partsOf } from './template.rules.ts';

/** A fault of a routine file: where (keys from the root), what, and an example of what would be right. */
export interface RoutineFileFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly example: string;
}

type Path = RoutineFileFault['path'];
type Report = (path: Path, message: string, example: string) => void;

interface Scope {
  readonly version: VersionEntry;
  readonly report: Report;
}

function checkUnits(units: readonly string[] | undefined, path: Path, { version, report }: Scope): void {
  for (const unit of units ?? []) {
    if (Object.hasOwn(version.units, unit)) continue;
    report(path, `unknown unit ${unit}`, `one of: ${Object.keys(version.units).join(', ')}`);
  }
}

function checkSource(source: UnitSource | undefined, path: Path, scope: Scope): void {
  if (source === undefined) return;
  const named = typeof source === 'string' ? [source] : source;
  checkUnits(named.filter((unit) => !(unitWords as readonly string[]).includes(unit)), path, scope);
}

function checkIds(ids: readonly string[] | undefined, path: Path, { version, report }: Scope): void {
  for (const id of ids ?? []) {
    if (Object.hasOwn(version.rules, id)) continue;
    report(path, `missing citation: rule ${id} is not among the rules`, `rules: { ${id}: { force: NORM, source: { document, section, text }, en } }`);
  }
}

function checkBand(from: number | undefined, before: number | undefined, path: Path, report: Report): void {
  if (from === undefined || before === undefined || from < before) return;
  report(path, `age band ends before it starts: from ${String(from)}, before ${String(before)}`, 'fromAge: 18, beforeAge: 20');
}

function checkFact(fact: FactCondition, path: Path, scope: Scope): void {
  checkUnits(fact.where?.unit, path, scope);
  checkBand(fact.begunFromAge, fact.begunBeforeAge, path, scope.report);
  checkBand(fact.ended?.fromAge, fact.ended?.beforeAge, path, scope.report);
}

function checkCondition(condition: Condition | undefined, path: Path, scope: Scope): void {
  if (condition === undefined) return;
  const { version, report } = scope;
  checkBand(condition.fromAge, condition.beforeAge, path, report);
  checkUnits(condition.receivedBy, path, scope);
  checkUnits(condition.unitsInclude, path, scope);
  checkUnits(condition.investigationAt, path, scope);
  checkUnits(condition.ongoing?.unit === undefined ? [] : [condition.ongoing.unit], path, scope);
  if (condition.agreement !== undefined && version.agreement === undefined) {
    report(path, 'agreement: the version does not say who must approve one', 'agreement: { ids: […], approvedBy: […] }');
  }
  if (condition.sections !== undefined && version.sections === undefined) {
    report(path, 'sections: the version has no sides', 'sections: { sides: { IFO: {…}, VOO: {…} }, widened: [] }');
  }
  if (condition.ongoing !== undefined && version.ongoing === undefined) {
    report(path, 'ongoing: the version has no table of ongoing responsibility', 'ongoing: { rows: […] }');
  }
  for (const [key, facts] of [['facts', condition.facts], ['noFacts', condition.noFacts]] as const) {
    facts?.forEach((fact, index) => checkFact(fact, [...path, key, index], scope));
  }
  condition.anyOf?.forEach((one, index) => checkCondition(one, [...path, 'anyOf', index], scope));
  checkCondition(condition.not, [...path, 'not'], scope);
}

function checkRow(row: RowEntry, path: Path, scope: Scope): void {
  const { version, report } = scope;
  const { answer } = row;
  checkIds(row.ids, [...path, 'ids'], scope);
  checkCondition(row.when, [...path, 'when'], scope);
  for (const key of ['handling', 'authority', 'cost', 'interim', 'proposal'] as const) {
    checkSource(answer?.[key], [...path, 'answer', key], scope);
  }
  if (answer?.parallel !== undefined && answer.parallel !== 'SECTION_UNITS') checkUnits(answer.parallel, path, scope);
  if (answer?.coordinator !== undefined && answer.coordinator !== 'LONGEST_CONTACT') {
    checkUnits([answer.coordinator], [...path, 'answer', 'coordinator'], scope);
  }
  checkSource(row.whenUnknown?.interim, [...path, 'whenUnknown'], scope);
  row.also?.forEach((supplement, index) => {
    const at = [...path, 'also', index];
    checkIds(supplement.ids, at, scope);
    checkCondition(supplement.when, at, scope);
    if (supplement.note !== undefined && !Object.hasOwn(version.notes ?? {}, supplement.note)) {
      report(at, `unknown note ${supplement.note}`, `notes: { ${supplement.note}: { sv, en } }`);
    }
  });
  for (const part of [answer, ...(row.also ?? [])]) {
    checkUnits(part?.coHandler?.unit === undefined ? [] : [part.coHandler.unit], path, scope);
    for (const consult of part?.consult ?? []) {
      checkUnits([consult.unit], path, scope);
      checkIds(consult.ids, path, scope);
    }
  }
  for (const language of ['sv', 'en'] as const) {
    for (const name of partsOf(row.because[language]).unknown) {
      report([...path, 'because', language], `unknown place {${name}} in an explanation`, '{birthday 20}, {asOf}, {validTo}, {authority}');
    }
  }
}

function checkTable(table: TableEntry | undefined, path: Path, scope: Scope): void {
  if (table === undefined) return;
  const names = new Set<string>();
  table.rows.forEach((row, index) => {
    const at = [...path, 'rows', index];
    if (names.has(row.row)) scope.report([...at, 'row'], `row ${row.row} is named twice`, 'row: "12b"');
    names.add(row.row);
    if (row.when === undefined && index < table.rows.length - 1) {
      scope.report(at, `row ${row.row} always holds, so no row after it is ever reached`, 'when: { beforeAge: 20 }');
    }
    checkRow(row, at, scope);
  });
  checkSource(table.whenUnknown.interim, [...path, 'whenUnknown'], scope);
  checkUnits(table.tieGoesTo === undefined ? [] : [table.tieGoesTo], path, scope);
}

function checkTransfer(scope: Scope, path: Path): void {
  const { transfer, holder, inventory } = scope.version;
  checkUnits(transfer?.from, [...path, 'from'], scope);
  checkUnits(transfer?.to, [...path, 'to'], scope);
  checkCondition(transfer?.when, [...path, 'when'], scope);
  transfer?.deadlines.forEach((deadline, index) => {
    const at = [...path, 'deadlines', index];
    checkIds(deadline.ids, at, scope);
    checkCondition(deadline.when, at, scope);
    checkUnits(deadline.doneBy.unit, at, scope);
    if (deadline.date.endOf !== undefined) checkFact(deadline.date.endOf, at, scope);
  });
  holder?.forEach((row, index) => {
    const at = [...path.slice(0, -1), 'holder', index];
    checkCondition(row.when, at, scope);
    checkUnits([row.unit], at, scope);
  });
  checkUnits(inventory?.receivers, [...path.slice(0, -1), 'inventory'], scope);
}

/** Every `ids` and every unit list in the parts that are no tables. */
function checkOwnParts(scope: Scope, path: Path): void {
  const { version } = scope;
  const walk = (value: unknown, at: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, nested] of Object.entries(value)) {
      const here = [...at, Array.isArray(value) ? Number(key) : key];
      if (key === 'ids' && Array.isArray(nested)) checkIds(nested.filter((id) => typeof id === 'string'), here, scope);
      else walk(nested, here);
    }
  };
  for (const key of ['notes', 'thresholds', 'agreement', 'inventory', 'disclosure', 'escalation', 'meetings', 'cutOff', 'forms', 'acts'] as const) {
    walk(version[key], [...path, key]);
  }
  version.disclosure.forEach((entry, index) => checkUnits(entry.to, [...path, 'disclosure', index], scope));
  version.escalation.forEach((entry, index) => entry.between?.forEach((side) => checkUnits(side, [...path, 'escalation', index], scope)));
  checkUnits(version.agreement?.approvedBy, [...path, 'agreement'], scope);
  for (const side of Object.values(version.sections?.sides ?? {})) checkUnits(Object.values(side), [...path, 'sections'], scope);
  const starts = version.terms.map(({ from }) => from);
  if (new Set(starts).size < starts.length) scope.report([...path, 'terms'], 'two terms begin on the same day', 'VT from 01-01, HT from 07-01');
}

function checkRules(file: RoutineFile, version: VersionEntry, path: Path, report: Report): void {
  for (const [id, rule] of Object.entries(version.rules)) {
    if (Object.hasOwn(file.documents, rule.source.document)) continue;
    report([...path, id, 'source'], `rule ${id} cites an unknown document ${rule.source.document}`, `one of: ${Object.keys(file.documents).join(', ')}`);
  }
}

/** Everything that is wrong with a file of the right shape; empty where it may be used. */
export function faultsOf(file: RoutineFile): RoutineFileFault[] {
  const faults: RoutineFileFault[] = [];
  const report: Report = (path, message, example) => faults.push({ path, message, example });
  file.versions.forEach((version, index) => {
    const path = ['versions', index];
    const scope: Scope = { version, report };
    const before = file.versions[index - 1];
    if (parseLocalDate(version.from) === undefined) report([...path, 'from'], `${version.from} is no date`, 'from: 2014-12-17');
    else if (before !== undefined && version.from <= before.from) {
      report([...path, 'from'], `versions out of order: ${version.from} does not come after ${before.from}`, 'versions in order of "from"');
    }
    checkRules(file, version, [...path, 'rules'], report);
    checkTable(version.ongoing, [...path, 'ongoing'], scope);
    checkTable(version.newMatter, [...path, 'newMatter'], scope);
    checkTable(version.coordinator, [...path, 'coordinator'], scope);
    checkTransfer(scope, [...path, 'transfer']);
    checkOwnParts(scope, path);
  });
  return faults;
}
