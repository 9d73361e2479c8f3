/** The inventory of thousands, in slices: between two of them other callers get their turn. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Candidate, Inventory, InventoryFrame } from '../inventory/inventory.model.ts';
import { joinInventories, takeInventory } from '../inventory/inventory.rules.ts';

const most = 100;

/** The same as `takeInventory`. */
export async function takeInventoryInSlices(candidates: readonly Candidate[], frame: InventoryFrame): Promise<Inventory> {
  const parts: Inventory[] = [];
  for (const slice of slicesOf(candidates)) {
    parts.push(takeInventory(slice, frame));
    await turn();
  }
  return joinInventories(parts);
}

/** All cases of a person in one slice, since a person is listed once. */
function slicesOf(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const slices: Candidate[][] = [];
  for (const cases of Map.groupBy(candidates, ({ personId }) => personId).values()) {
    const last = slices.at(-1);
    if (last === undefined || last.length >= most) slices.push([...cases]);
    else last.push(...cases);
  }
  return slices;
}
