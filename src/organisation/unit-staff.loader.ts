/** The staff of many units in one statement. */
import DataLoader from 'dataloader';
import { perRequest } from '../request/per-request.ts';
import { readStaffOfUnits } from './organisation.read.ts';
import type { StaffRecord } from './unit.model.ts';

/** Loads, per request, who works at a unit today. */
export const staffOfUnit = perRequest(
  (scope) =>
    new DataLoader<string, readonly StaffRecord[]>(async (unitIds) => {
      const staff = await scope.read((db) => readStaffOfUnits(db, unitIds, scope.today));
      return unitIds.map((id) => staff.get(id) ?? []);
    }),
);
