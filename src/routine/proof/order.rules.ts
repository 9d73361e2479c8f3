/**
 * Order that the file declares: where two rows hold at once with different answers, the upper one says `over` which it
 * goes, or the lower one says `unless` which others answer. An exception goes over every row below it, and a row
 * without a condition yields to every row above it: that much is plain to read.
 */
import type { RoutineFileFault } from '../routine.check.ts';
import type { RowEntry } from '../routine.model.ts';

/** Whether the file says that `above` goes before `below`. */
export function isDeclared(above: RowEntry, below: RowEntry): boolean {
  if (above.exception === true || below.when === undefined) return true;
  const { over } = above;
  const { unless } = below;
  return over === 'BELOW' || over?.includes(below.row) === true || unless === 'ABOVE' || unless?.includes(above.row) === true;
}

/** Declarations that name no row, a row on the wrong side, or an order that no situation needs. */
export function declarationFaults(rows: readonly RowEntry[], overlaps: ReadonlySet<string>): readonly RoutineFileFault[] {
  const place = (name: string): number => rows.findIndex(({ row }) => row === name);
  return rows.flatMap((entry, index) => {
    const faults: RoutineFileFault[] = [];
    const check = (key: 'over' | 'unless', named: readonly string[] | string | undefined): void => {
      const side = key === 'over' ? 'below' : 'above';
      const meets = (name: string): boolean => overlaps.has(key === 'over' ? `${entry.row}/${name}` : `${name}/${entry.row}`);
      const report = (message: string): void => {
        faults.push({ path: ['rows', index, key], message: `row ${entry.row}: ${message}`, example: `${key}: [${JSON.stringify(rows[0]?.row)}]` });
      };
      if (typeof named === 'string') {
        if (!rows.some(({ row }) => meets(row))) report(`${key} is not needed: it shares no situation with a row ${side}`);
        return;
      }
      for (const name of named ?? []) {
        const at = place(name);
        if (at === -1) report(`${key} names a row that is not there: ${name}`);
        else if (key === 'over' ? at <= index : at >= index) report(`${key} names row ${name}, which does not stand ${side}`);
        else if (!meets(name)) report(`${key} names row ${name}, with which it shares no situation`);
      }
    };
    check('over', entry.over);
    check('unless', entry.unless);
    return faults;
  });
}
