/** Mutations on relations between persons. */
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { idOf } from '../api/global-id.ts';
import { once } from '../api/mutation.input.ts';
import { answered, resultOf } from '../api/result.type.ts';
import { shownRelation } from '../caseload/caseload.view.ts';
import { readRelations } from '../caseload/part.read.ts';
import { Relation } from '../caseload/person.type.ts';
import { showPart } from '../caseload/show.read.ts';
import type { ApiContext } from '../request/api-context.ts';
import { endRelation } from './end-relation.usecase.ts';
import { recordRelation } from './record-relation.usecase.ts';
import { EndRelationInput, RecordRelationInput } from './relation.input.ts';

@Classified('IDENTITY')
@ObjectType({ description: 'Relationen efter ändringen, sedd från den andra personen. / The relation after the change, as seen by the related person.' })
export class RelationChanged {
  @Field(() => Relation, { description: 'Relationen. / The relation.' })
  relation!: Relation;
}

const RelationResult = resultOf('RelationResult', () => RelationChanged);

@Resolver()
export class RelationResolver {
  @Mutation(() => RelationResult, { description: 'Registrerar vårdnadshavare eller hushåll. / Records a guardian or a household.' })
  async recordRelation(@Arg('input', () => RecordRelationInput) input: RecordRelationInput, @Ctx() context: ApiContext): Promise<typeof RelationResult> {
    return answered(async () =>
      changed(context, await recordRelation(context.scope, once('recordRelation', input), {
        ...input,
        until: input.until ?? null,
        personId: idOf('Person', input.personId, 'input.personId'),
        relatedPersonId: idOf('Person', input.relatedPersonId, 'input.relatedPersonId'),
      })),
    );
  }

  @Mutation(() => RelationResult, { description: 'Avslutar en relation. / Ends a relation.' })
  async endRelation(@Arg('input', () => EndRelationInput) input: EndRelationInput, @Ctx() context: ApiContext): Promise<typeof RelationResult> {
    return answered(async () =>
      changed(context, await endRelation(context.scope, once('endRelation', input), {
        ...input,
        relationId: idOf('Relation', input.relationId, 'input.relationId'),
      })),
    );
  }
}

async function changed({ scope }: ApiContext, id: string): Promise<RelationChanged> {
  const relation = shownRelation(await showPart(scope, (db) => readRelations(db, [id])));
  return Object.assign(new RelationChanged(), { relation });
}
