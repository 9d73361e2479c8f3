/** Plans the rows that set an organisation up: itself, its routine, units, staff and memberships. */
import type { RoutineLibrary } from '../routine/version.model.ts';
import type { Plan } from './plan.ts';
import type { Place, Problems } from './problem.model.ts';
import type { PlacedRow } from './read-rows.ts';
import type { Registry } from './registry.ts';

export interface Planning {
  readonly plan: Plan;
  readonly registry: Registry;
  readonly problems: Problems;
  readonly organisationKey: string;
  readonly routines: RoutineLibrary;
}

/** The organisation's row, and a row for each routine it has adopted: one ends where the next begins. */
export function planOrganisation(planning: Planning, rows: readonly PlacedRow<'organisations'>[]): void {
  const { plan, problems, organisationKey, routines } = planning;
  const own = rows.filter(({ place, row }) => {
    if (row.key !== organisationKey) problems.add(place, 'key', 'ORGANISATION_OTHER', 'Raden gäller en annan organisation än den som importeras.', 'The row is about another organisation than the one imported.');
    else if (!routines.has(row.routine)) {
      const known = [...routines.keys()].join(', ');
      problems.add(place, 'routine', 'ROUTINE_UNKNOWN', `Okänd rutin. Kända är ${known}.`, `Unknown routine. Known are ${known}.`);
    } else return true;
    return false;
  });
  const [first] = own;
  if (first === undefined) return;
  plan.put('organisation', first.place, { key: first.row.key, name: first.row.name, municipality_code: first.row.municipality_code });
  const adopted: { place: Place; routine: string; from: string }[] = own.map(({ place, row }) => ({ place, routine: row.routine, from: row.adopted_from }));
  const brought = new Set(adopted.map(({ from }) => from));
  for (const { values } of plan.held('adopted_routine')) {
    const from = String(values.valid_from);
    if (!brought.has(from)) adopted.push({ place: first.place, routine: String(values.routine), from });
  }
  adopted.sort((a, b) => (a.from < b.from ? -1 : 1));
  adopted.forEach(({ place, routine, from }, index) => {
    const until = adopted.slice(index + 1).find((next) => next.from > from)?.from ?? null;
    plan.put('adopted_routine', place, { routine, valid_from: from, valid_until: until });
  });
}

/** Units, and the departments that they name. */
export function planUnits({ plan, registry, problems, routines }: Planning, rows: readonly PlacedRow<'units'>[], routine: string | undefined): void {
  const departments = new Map<string, { name: string; id: string | undefined }>();
  const named = routine === undefined ? undefined : routines.get(routine)?.units;
  const unitKeys = named === undefined ? undefined : [...named].filter(([, { kind }]) => kind !== 'JOINT').map(([key]) => key);
  for (const { place, row } of rows) {
    const department = departmentOf(row.department_key, row.department_name, place);
    if (unitKeys?.includes(row.key) === false) {
      problems.add(place, 'key', 'UNIT_KEY_UNKNOWN', `Rutinen har ingen sådan enhet. Den har ${unitKeys.join(', ')}.`, `The routine has no such unit. It has ${unitKeys.join(', ')}.`);
      registry.units.spoil(row.external_id);
      continue;
    }
    const id = plan.put('unit', place, { external_id: row.external_id, department_id: department ?? null, key: row.key, name: row.name, board: row.board });
    if (id === undefined) registry.units.spoil(row.external_id);
    else registry.units.set(row.external_id, id);
  }

  function departmentOf(key: string | null, name: string | null, place: Place): string | undefined {
    if (key === null && name === null) return undefined;
    if (key === null || name === null) {
      problems.add(place, key === null ? 'department_key' : 'department_name', 'DEPARTMENT_INCOMPLETE', 'Ange både avdelningens nyckel och namn, eller inget av dem.', 'Give both key and name of the department, or neither.');
      return undefined;
    }
    const earlier = departments.get(key);
    if (earlier !== undefined) {
      if (earlier.name !== name) problems.add(place, 'department_name', 'DEPARTMENT_NAME_DIFFERS', 'Avdelningen har ett annat namn på en tidigare rad.', 'The department has another name on an earlier row.');
      return earlier.id;
    }
    const id = plan.put('department', place, { key, name });
    departments.set(key, { name, id });
    if (id !== undefined) registry.departments.set(key, id);
    return id;
  }
}

export function planStaff({ plan, registry }: Planning, rows: readonly PlacedRow<'staff'>[]): void {
  for (const { place, row } of rows) {
    const id = plan.put('staff', place, { external_id: row.external_id, user_name: row.user_name, display_name: row.display_name });
    if (id === undefined) registry.staff.spoil(row.external_id);
    else registry.staff.set(row.external_id, id);
  }
}

export function planMemberships({ plan, registry, problems }: Planning, rows: readonly PlacedRow<'memberships'>[]): void {
  for (const { place, row } of rows) {
    const staffId = registry.staff.get(row.staff, place, 'staff');
    const unitId = row.unit === null ? null : registry.units.get(row.unit, place, 'unit');
    const departmentId = row.department === null ? null : registry.departments.get(row.department, place, 'department');
    if (row.unit !== null && row.department !== null) {
      problems.add(place, 'department', 'UNIT_AND_DEPARTMENT', 'Ange enhet eller avdelning, inte båda.', 'Give a unit or a department, not both.');
      continue;
    }
    const sound = checkPeriod(problems, place, row.from, row.until);
    if (!sound || staffId === undefined || unitId === undefined || departmentId === undefined) continue;
    plan.put('membership', place, { staff_id: staffId, unit_id: unitId, department_id: departmentId, role: row.role, valid_from: row.from, valid_until: row.until });
  }
}

/** Whether the period ends after it starts; tells the problem where it does not. */
export function checkPeriod(problems: Problems, place: Place, from: string, until: string | null, column = 'until'): boolean {
  if (until === null || until > from) return true;
  problems.add(place, column, 'PERIOD_ENDS_BEFORE_START', 'Slutet ska ligga efter början: det är den första dagen efter.', 'The end must lie after the start: it is the first day after.');
  return false;
}
