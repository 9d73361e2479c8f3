/** The routines that an organisation may adopt, with the names that its units may have. */
import type { RoutineUnits } from './plan-organisation.ts';

export const routineUnits: RoutineUnits = {
  OSTHAMMAR: ['CHILD_YOUTH', 'ADULT', 'NEEDS_ASSESSMENT'],
  IFO_UNITS: ['CHILD_YOUTH', 'ADULT', 'ADDICTION', 'INTAKE_ASSESSMENT', 'REFUGEE_RECEPTION'],
  DISTRICT: ['CHILD_YOUTH', 'YOUTH', 'IOF', 'AOF'],
};
