/** A case load of a few rows, wholly valid, for tests that change one thing in it. */
import { fileKinds, type FileKind } from '../../src/import/columns.model.ts';
import { importFiles, type ImportOutcome } from '../../src/import/import-files.usecase.ts';
import type { SourceFile } from '../../src/import/source-file.ts';
import { asLocalDate } from '../../src/kernel/local-date.ts';
import { loadRoutines } from '../../src/routine/routine.loader.ts';

export type CaseLoad = Readonly<Partial<Record<FileKind, string>>>;

export const smallCaseLoad = {
  organisations: `key,name,routine,adopted_from
prov,Provkommun,OSTHAMMAR,2014-12-17`,
  units: `external_id,key,name,department_key,department_name,board
bou,CHILD_YOUTH,Barn och unga,IFO,Individ- och familjeomsorgen,Socialnämnden
vux,ADULT,Vuxenenheten,IFO,Individ- och familjeomsorgen,Socialnämnden`,
  staff: `external_id,user_name,display_name
anna,prov.anna,Anna Exempelsson
bo,prov.bo,Bo Provlund`,
  memberships: `staff,unit,department,role,from,until
anna,bou,,CASEWORKER,2020-01-01,
bo,vux,,CASEWORKER,2020-01-01,2027-01-01
bo,,IFO,IFO_HEAD,2020-01-01,`,
  persons: `external_id,personal_number,birth_date,given_name,family_name,protection,deceased_on
p1,200702282385,,Ängla,Testström,,
p2,20080229-2383,,Albin,Testström,CONFIDENTIALITY_MARKED,
p3,,2007-03,Örjan,Påhittsdotter,,`,
  relations: `person,related_person,kind,from,until
p1,p2,HOUSEHOLD,2010-01-01,`,
  cases: `external_id,person,unit,kind,opened_on,closed_on
c1,p1,bou,SUPPORT,2022-09-01,
c2,p2,bou,SUPPORT,2021-01-01,2023-01-01
c3,p2,bou,SUPPORT,2024-01-01,
c4,p1,vux,INCOME_SUPPORT,2026-01-01,`,
  assignments: `external_id,case,staff,from,until
a1,c1,anna,2022-09-01,2026-09-01
a2,c1,bo,2026-09-01,`,
  co_handlings: `external_id,case,unit,staff,role,from,until
h1,c1,vux,bo,,2026-06-01,`,
  consents: `external_id,person,unit,purpose,scope,recipient_unit,how_given,from,until,withdrawn_on
s1,p1,bou,NAMED_SHARING,Namn,vux,WRITTEN,2026-01-01,,`,
  facts: `external_id,person,unit,kind,from,until,known,value,need_categories,outcome,receiving_unit,placed_by_foster_care_service,counterpart_unit,agreed_unit,reason,approved_by_manager,approved_by_counterpart
f1,p1,bou,CONTINUED_NEED,2026-01-01,,,YES,HOUSING_SUPPORT|OTHER,,,,,,,,
f2,p1,bou,LVU_CARE,2025-01-01,,nej,,,,,,,,,,
f3,p1,bou,FAMILY_HOME_PLACEMENT,2025-01-01,,,,,,,ja,,,,,
f4,p1,bou,TRANSFER_OUTCOME,2026-05-01,,,,,TRANSFER,vux,,,,,,
f5,p2,bou,MANAGERS_AGREEMENT,2026-05-01,2027-05-01,,,,,,,vux,bou,Insatsen fullföljs,anna,bo`,
} as const satisfies Record<FileKind, string>;

const encoder = new TextEncoder();
const routines = loadRoutines();

/** The files of a case load, in whatever order its kinds stand. */
export function filesOf(load: CaseLoad): readonly SourceFile[] {
  return fileKinds.flatMap((kind) => {
    const text = load[kind];
    return text === undefined ? [] : [{ name: `${kind}.csv`, content: encoder.encode(text) }];
  });
}

/** Imports into the organisation `prov`. */
export function importInto(ownerUrl: string, files: CaseLoad | readonly SourceFile[], { dryRun = false, organisationKey = 'prov' } = {}): Promise<ImportOutcome> {
  return importFiles({ ownerUrl, organisationKey, files: Array.isArray(files) ? files : filesOf(files as CaseLoad), dryRun, today: asLocalDate('2026-11-22'), routines });
}

/** The case load with one line replaced; line 1 is the header. */
export function withLine(kind: FileKind, line: number, text: string, load: Readonly<Record<FileKind, string>> = smallCaseLoad): Readonly<Record<FileKind, string>> {
  const lines = load[kind].split('\n');
  lines[line - 1] = text;
  return { ...load, [kind]: lines.join('\n') };
}
