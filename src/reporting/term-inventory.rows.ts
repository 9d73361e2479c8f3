/** From the inventory's rows to the report's: names of units, words of rules, and the audience that decides masking. */
import type { TermInventoryRow, termInventory } from '../../reports/term-inventory.ts';
import type { Block, InventoryRow } from '../inventory/inventory.model.ts';
import type { Routine } from '../routine/version.model.ts';
import type { UnitKey } from '../routine/vocabulary.model.ts';
import type { AddressedRow } from '../sheet/lay-out.rules.ts';
import type { SheetKeyOf } from '../sheet/define-report.ts';
import { forum } from '../../reports/term-inventory.codes.ts';

export type InventorySheet = SheetKeyOf<typeof termInventory>;
export type AddressedInventoryRow = AddressedRow<typeof termInventory>;
export type UnitNames = ReadonlyMap<UnitKey, string>;

export const sheetOfBlock: Readonly<Record<Block, InventorySheet>> = {
  KNOWN: 'known',
  ASSESSMENT_MISSING: 'assessmentMissing',
  UNDETERMINED: 'undetermined',
  EARLY: 'early',
};

/** Name of a unit in this organisation; else the routine's. */
export function unitName(unit: UnitKey, names: UnitNames, routine: Routine): string {
  return names.get(unit) ?? routine.units.get(unit)?.sv ?? unit;
}

/** The report's row, addressed to whoever reads it. Nothing is masked yet: that is the definition's. */
export function addressedRow(row: InventoryRow, names: UnitNames, routine: Routine): AddressedInventoryRow {
  return { audience: audienceOf(row), row: reportRow(row, names, routine) };
}

function audienceOf({ candidate: { own, named, isProtected } }: InventoryRow): AddressedInventoryRow['audience'] {
  if (own) return isProtected ? 'ownProtected' : 'own';
  if (isProtected) return 'othersProtected';
  return named ? 'shared' : 'others';
}

function reportRow(row: InventoryRow, names: UnitNames, routine: Routine): TermInventoryRow {
  const { candidate, coHandler, receiver } = row;
  const nameOf = (unit: UnitKey | null): string | null => (unit === null ? null : unitName(unit, names, routine));
  return {
    reference: candidate.reference,
    name: [candidate.familyName, candidate.givenName].filter((part) => part !== null).join(', '),
    number: candidate.number,
    birthDate: candidate.birthDate,
    birthMonth: candidate.born.slice(0, 7),
    age: row.age,
    unit: nameOf(candidate.unit),
    caseworker: candidate.caseworker,
    placement: row.placement,
    lvu: row.hasLvu,
    exception: row.exceptionRuleId === null ? null : exceptionText(row.exceptionRuleId, routine),
    transferDate: row.transferDate,
    projected: row.transferDate === null ? null : row.isProjected,
    overdue: row.isOverdue,
    deadline: row.deadline,
    advisory: row.advisory,
    daysToDeadline: row.daysToDeadline,
    notifiedOn: row.notifiedOn,
    status: row.status,
    coHandler: nameOf(coHandler?.unit ?? null),
    coHandlerSince: coHandler?.since ?? null,
    need: row.need,
    needCategories: row.needCategories,
    receiver: nameOf(receiver),
    diagnosis: row.diagnosis,
    consent: candidate.hasConsent ? 'GIVEN' : 'MISSING',
    reason: row.reason,
    raiseAt: row.raiseAt !== null && isForum(row.raiseAt) ? row.raiseAt : null,
    explanation: row.explanation,
  };
}

/** `R0-06: Om LVU föreligger …`: the rule's id and the text's own words. */
function exceptionText(ruleId: string, routine: Routine): string {
  const source = routine.rules.get(ruleId)?.source;
  return source === undefined ? ruleId : `${ruleId}: ${source.reads ?? source.text}`;
}

function isForum(key: string): key is keyof typeof forum.codes {
  return Object.hasOwn(forum.codes, key);
}
