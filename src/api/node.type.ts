/** Relay's `Node`: whatever has a global id can be read again by it. */
import { Field, ID, InterfaceType } from 'type-graphql';
import { Classified } from './field-class.ts';
import { parseGlobalId } from './global-id.ts';

@Classified('OPEN')
@InterfaceType({
  description: 'Det som har ett id och kan läsas igen med `node(id)`. / Whatever has an id and can be read again by it.',
  resolveType: ({ id }: Node) => parseGlobalId(id)?.type,
})
export abstract class Node {
  @Field(() => ID, { description: 'Ogenomskinligt id. / Opaque id.' })
  id!: string;
}
