/** Units and staff as they appear beside a case: open to all staff of the organisation. */
import { Field, ID, ObjectType } from 'type-graphql';
import { Classified } from '../api/field-class.ts';

@Classified('OPEN')
@ObjectType('Unit', { description: 'Enhet (enhet). / A unit of the social services.' })
export class StaffUnit {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Enhetens namn i rutinen, till exempel CHILD_YOUTH. / The unit\'s name in the routine.' })
  key!: string;

  @Field(() => String, { description: 'Namn. / Name.' })
  name!: string;
}

@Classified('OPEN')
@ObjectType('Staff', { description: 'Medarbetare (handläggare, chef). / A member of staff.' })
export class Staff {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Namn. / Name.' })
  displayName!: string;
}
