/**
 * A municipality in which every unit keeps secrets, and each secret's text says who may read it: `canary[CHILD_YOUTH]`
 * belongs to that unit alone, `canary[ADULT+CHILD_YOUTH]` to two. Whatever an answer holds is then judged by itself.
 */
import { globalId, type NodeType } from '../../src/api/global-id.ts';
import type { Municipality } from './municipality.ts';

export const canaryUnits = ['alpha/CHILD_YOUTH', 'alpha/ADULT', 'alpha/NEEDS_ASSESSMENT', 'beta/CHILD_YOUTH', 'beta/YOUTH'] as const;

/** A text that only the units may read. */
export function canary(...units: readonly string[]): string {
  return `canary[${[...units].sort().join('+')}]`;
}

/** Canaries in `text` that were not meant for `unit`. */
export function foreignCanaries(text: string, unit: string): string[] {
  return [...text.matchAll(/canary\[([^\]]*)\]/gu)].flatMap(([found, units = '']) => (units.split('+').includes(unit) ? [] : [found]));
}

/** Canaries in `text`, whoever they are meant for. */
export function canariesIn(text: string): number {
  return [...text.matchAll(/canary\[/gu)].length;
}

/** Plants them, and answers the global ids of everything planted. */
export async function plantCanaries(town: Municipality): Promise<readonly string[]> {
  const ids: string[] = [];
  const keep = async (type: NodeType, id: Promise<string>): Promise<string> => {
    ids.push(globalId(type, await id));
    return id;
  };
  for (const unit of canaryUnits) {
    const [organisation = ''] = unit.split('/');
    const own = { given: canary(unit), family: canary(unit), born: '2008-03-01', number: null } as const;
    ids.push(globalId('Unit', town.unit(unit)));
    const person = await keep('Person', town.person(organisation, own));
    const relative = await keep('Person', town.person(organisation, own));
    const guarded = await keep('Person', town.person(organisation, { ...own, protection: 'PROTECTED_REGISTRATION', given: canary('nobody'), family: canary('nobody') }));
    const file = await town.case(unit, person, { reference: canary(unit) });
    await keep('Case', Promise.resolve(file.id));
    const other = await town.case(unit, relative, { reference: `2 ${canary(unit)}` });
    await town.case(unit, guarded, { reference: `3 ${canary(unit)}` });
    await town.assignment(file, `${unit.toLowerCase().replaceAll('_', '-').replace('/', '.')}.caseworker`);
    await keep('Relation', town.relation(person, relative, 'GUARDIAN'));
    await town.relation(person, guarded, 'HOUSEHOLD');
    await keep('Fact', town.fact(person, unit, 'LVU_CARE', '2024-01-01'));
    await keep('Consent', town.consent(person, unit, { scope: canary(unit) }));
    for (const partner of canaryUnits.filter((name) => name.startsWith(organisation) && name !== unit)) {
      const both = canary(unit, partner);
      const shared = await keep('Person', town.person(organisation, { given: both, family: both, born: '2007-06-01', number: null }));
      const sharedCase = await town.case(unit, shared, { reference: `${both} ${unit}` });
      await keep('Case', Promise.resolve(sharedCase.id));
      await keep('CoHandling', town.coHandling(sharedCase, partner));
      await keep('Consent', town.consent(shared, unit, { scope: canary(unit) }));
      await keep('Consent', town.consent(shared, unit, { scope: both, recipient_unit_id: town.unit(partner), purpose: 'CONTACT' }));
      await keep('Fact', town.fact(shared, unit, 'HOMELESS', '2024-01-01'));
      await keep('CoHandling', town.coHandling(other, partner, { valid_from: '2024-02-01', valid_until: '2024-03-01' }));
      await keep('ManagersAgreement', town.agreement(person, unit, partner, { reason: both }));
    }
  }
  return ids;
}
