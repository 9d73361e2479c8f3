/** A change of routine told person by person: case references and ids, Swedish first, never a name or a number. */
import type { Bilingual } from '../kernel/text.ts';
import { coHandlerWords, deadlineWords } from '../routine/words.model.ts';
import type { Routine } from '../routine/version.model.ts';
import type { ComparedCoHandler, ComparedUnits, PersonImpact, RoutineChange } from './routine-impact.model.ts';

type Units = Routine['units'];

const never: Bilingual = { sv: 'inget', en: 'none' };
const noUnit: Bilingual = { sv: 'ingen enhet', en: 'no unit' };

function unitName(units: Units, unit: string | null): Bilingual {
  if (unit === null) return noUnit;
  const { sv, en } = units.get(unit) ?? { sv: unit, en: unit };
  return { sv, en };
}

function unitsWords({ outcome, authorityUnit, handlingUnit, costUnit, interimUnit }: ComparedUnits, units: Units): Bilingual {
  const decides = unitName(units, authorityUnit ?? handlingUnit);
  const meanwhile = unitName(units, interimUnit);
  const parts: Bilingual[] = [];
  if (outcome === 'UNDETERMINED') parts.push({ sv: `inte avgjort (${meanwhile.sv} så länge)`, en: `not settled (${meanwhile.en} meanwhile)` });
  else if (outcome === 'NOT_APPLICABLE') parts.push({ sv: 'rutinen gäller inte', en: 'the routine does not apply' });
  else parts.push(outcome === 'PROPOSED' ? { sv: `${decides.sv} (förslag)`, en: `${decides.en} (proposed)` } : decides);
  if (handlingUnit !== null && authorityUnit !== handlingUnit) {
    const handles = unitName(units, handlingUnit);
    parts.push({ sv: `insatser: ${handles.sv}`, en: `interventions: ${handles.en}` });
  }
  if (costUnit !== null && costUnit !== (authorityUnit ?? handlingUnit)) {
    const pays = unitName(units, costUnit);
    parts.push({ sv: `betalar: ${pays.sv}`, en: `pays: ${pays.en}` });
  }
  return { sv: parts.map(({ sv }) => sv).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

function coHandlerText({ requirement, unit }: ComparedCoHandler, units: Units): Bilingual {
  const { sv, en } = coHandlerWords[requirement];
  if (unit === null) return { sv, en };
  const name = unitName(units, unit);
  return { sv: `${sv}, från ${name.sv}`, en: `${en}, from ${name.en}` };
}

/** One change in one line; `units` names those of either version. */
export function changeWords(change: RoutineChange, units: Units): Bilingual {
  switch (change.kind) {
    case 'UNIT': {
      const { from, until } = change;
      const [before, after] = [unitsWords(change.before, units), unitsWords(change.after, units)];
      const end = until === null ? { sv: '', en: '' } : { sv: ` till ${until}`, en: ` until ${until}` };
      return { sv: `Ansvar från ${from}${end.sv}: ${before.sv} → ${after.sv}`, en: `Responsible from ${from}${end.en}: ${before.en} → ${after.en}` };
    }
    case 'TRANSFER':
      return {
        sv: `Nästa överföring: ${change.before ?? never.sv} → ${change.after ?? never.sv}`,
        en: `Next transfer: ${change.before ?? never.en} → ${change.after ?? never.en}`,
      };
    case 'DEADLINE': {
      const { sv, en } = deadlineWords[change.deadline];
      return { sv: `${sv} senast: ${change.before ?? never.sv} → ${change.after ?? never.sv}`, en: `${en} by: ${change.before ?? never.en} → ${change.after ?? never.en}` };
    }
    case 'CO_HANDLER': {
      const [before, after] = [coHandlerText(change.before, units), coHandlerText(change.after, units)];
      const about = change.reference === null ? '' : ` ${change.reference}`;
      return { sv: `Medhandläggare${about}: ${before.sv} → ${after.sv}`, en: `Co-handler${about}: ${before.en} → ${after.en}` };
    }
  }
}

/** How many persons each kind of change concerns. */
export function countChanges(impacts: readonly PersonImpact[]): Readonly<Record<RoutineChange['kind'], number>> {
  const having = (kind: RoutineChange['kind']): number => impacts.filter(({ changes }) => changes.some((change) => change.kind === kind)).length;
  return { UNIT: having('UNIT'), TRANSFER: having('TRANSFER'), DEADLINE: having('DEADLINE'), CO_HANDLER: having('CO_HANDLER') };
}

/** A person as the case system and this program know them, without saying who it is. */
export function personLabel({ person }: PersonImpact): string {
  const references = person.cases.map(({ reference }) => reference).join(', ');
  return `${references} (${person.externalId ?? person.id})`;
}
