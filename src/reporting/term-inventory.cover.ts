/** The cover of the inventory: what it is, of what day, by which rules, for whom, and how it may be handled. */
import { termInventory } from '../../reports/term-inventory.ts';
import type { Caller } from '../access/permit.ts';
import { roles } from '../access/roles.model.ts';
import type { InventoryFrame } from '../inventory/inventory.model.ts';
import type { Cover } from '../sheet/workbook.model.ts';
import type { LaidOutSheet } from '../sheet/lay-out.rules.ts';
import type { InventoryScope } from './inventory-scope.rules.ts';
import type { OrganisationNames } from './organisation.read.ts';

export interface CoverSource {
  readonly caller: Caller;
  readonly scope: InventoryScope;
  readonly organisation: OrganisationNames;
  readonly frame: InventoryFrame;
  readonly sheets: readonly LaidOutSheet[];
  readonly exportId: string;
  /** Local time of the export. */
  readonly madeAt: string;
}

export function coverOf({ caller, scope, organisation, frame, sheets, exportId, madeAt }: CoverSource): Cover {
  const { routine, version, term, snapshot } = frame;
  const held = [...new Set(caller.roles.map(({ role }) => roles[role].sv))].join(', ');
  const units = organisation.units.filter(({ id }) => scope.ownUnitIds.includes(id)).map(({ name }) => name);
  return {
    title: termInventory.title,
    classification: termInventory.classification,
    lines: [
      { label: { sv: 'Organisation', en: 'Organisation' }, value: organisation.name },
      ...(units.length > 0 ? [{ label: { sv: 'Egen enhet', en: 'Own unit' }, value: units.join(', ') }] : []),
      { label: { sv: 'Innehåll', en: 'Contents' }, value: contentsOf(scope) },
      { label: { sv: 'Termin', en: 'Term' }, value: `${term.label}: ${term.from} – ${term.lastDay}` },
      { label: { sv: 'Avstämningsdag', en: 'As-of date' }, value: { date: snapshot } },
      { label: { sv: 'Rutin', en: 'Routine' }, value: `${routine.name.sv} (${routine.key}), version från ${version.from}` },
      { label: { sv: 'Regler', en: 'Rules' }, value: frame.inventory.ids.join(', ') },
      { label: { sv: 'Uttagen av', en: 'Made by' }, value: held === '' ? caller.displayName : `${caller.displayName}, ${held}` },
      { label: { sv: 'Uttagen', en: 'Made at' }, value: madeAt },
      ...sheets.map(({ name, title, rows }) => ({ label: { sv: `Rader: ${name}`, en: title.en }, value: rows.length })),
      { label: { sv: 'Export-id', en: 'Export id' }, value: exportId },
    ],
    remarks: [
      {
        sv: 'Uppgifterna gäller avstämningsdagen. Filen är loggad. Sprid den inte vidare och förstör den efter mötet.',
        en: 'The contents are as of the date given. The file is logged. Do not pass it on, and destroy it after the meeting.',
      },
      {
        sv: 'Överföringsdagar är rutinens svar på det som är känt; kolumner och ord förklaras på fliken Definitioner.',
        en: "Dates of transfer are the routine's answers to what is known; columns and words are explained on the sheet Definitioner.",
      },
    ],
  };
}

function contentsOf({ own, others, counts }: InventoryScope): string {
  return [
    ...(own ? ['egna enhetens rader'] : []),
    ...(others ? ['andra enheters rader, maskerade'] : []),
    ...(counts ? ['antal för hela organisationen'] : []),
  ].join('; ');
}
