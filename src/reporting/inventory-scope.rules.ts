/** What of the inventory a caller may have: own rows named, other units' rows masked, counts. */
import { holdsRoleFor, permit, unitsAllowing, type Caller } from '../access/permit.ts';
import { notFound } from '../kernel/faults.ts';
import type { AddressedInventoryRow } from './term-inventory.rows.ts';

export interface InventoryScope {
  readonly own: boolean;
  readonly others: boolean;
  readonly counts: boolean;
  /** Units whose rows the caller sees in full. */
  readonly ownUnitIds: readonly string[];
}

/** @throws Fault NOT_FOUND for another organisation; FORBIDDEN where no role gives any part of the inventory */
export function inventoryScope(caller: Caller, organisationKey: string): InventoryScope {
  if (caller.organisationKey !== organisationKey) throw notFound('organisation');
  const ownUnitIds = unitsAllowing(caller, 'inventory.own');
  const scope = {
    own: ownUnitIds.length > 0,
    others: holdsRoleFor(caller, 'inventory.others'),
    counts: holdsRoleFor(caller, 'inventory.counts'),
    ownUnitIds,
  };
  if (!scope.own && !scope.others) permit(caller, 'inventory.counts', { organisationId: caller.organisationId, objectType: 'report' });
  return scope;
}

/** The kinds of row that may come to the caller out of the units that hand over, for choosing columns. */
export function audiencesOf(
  { own, others, ownUnitIds }: InventoryScope,
  givingUnitIds: readonly string[],
): readonly AddressedInventoryRow['audience'][] {
  const hasOwn = own && givingUnitIds.some((id) => ownUnitIds.includes(id));
  const hasOthers = others && givingUnitIds.some((id) => !ownUnitIds.includes(id));
  return [
    ...(hasOwn || !hasOthers ? (['own', 'ownProtected'] as const) : []),
    ...(hasOthers ? (['shared', 'others', 'othersProtected'] as const) : []),
  ];
}
