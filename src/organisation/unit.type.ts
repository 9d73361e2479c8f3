/** Units and staff: open to all staff of the organisation. */
import { Field, ObjectType } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { globalId } from '../api/global-id.ts';
import { Node } from '../api/node.type.ts';
import type { StaffRecord, UnitRecord } from './unit.model.ts';

@Classified('OPEN')
@ObjectType('Unit', { implements: Node, simpleResolvers: true, description: 'Enhet (enhet). / A unit of the social services.' })
export class Unit implements Node {
  id!: string;

  @Field(() => String, { description: 'Enhetens namn i rutinen, till exempel CHILD_YOUTH. / The unit\'s name in the routine.' })
  key!: string;

  @Field(() => String, { description: 'Namn. / Name.' })
  name!: string;
}

@Classified('OPEN')
@ObjectType('Staff', { implements: Node, simpleResolvers: true, description: 'Medarbetare (handläggare, chef). / A member of staff.' })
export class Staff implements Node {
  id!: string;

  @Field(() => String, { description: 'Namn. / Name.' })
  displayName!: string;
}

export function shownUnit({ id, key, name }: UnitRecord): Unit {
  return { id: globalId('Unit', id), key, name };
}

export function shownStaff({ id, displayName }: StaffRecord): Staff {
  return { id: globalId('Staff', id), displayName };
}
