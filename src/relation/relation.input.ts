/** Inputs of the mutations on relations. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput } from '../api/mutation.input.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { RelationKind } from '../caseload/vocabulary.model.ts';
import { RelationKindEnum } from '../caseload/vocabulary.type.ts';
import type { LocalDate } from '../kernel/local-date.ts';

@InputType({ description: 'Registrera vårdnadshavare eller hushåll. / Record a guardian or a household.' })
export class RecordRelationInput extends MutationInput {
  @Field(() => ID, { description: 'Personen (vårdnadshavaren). / The person (the guardian).' })
  personId!: string;

  @Field(() => ID, { description: 'Den andra (barnet). / The other (the child).' })
  relatedPersonId!: string;

  @Field(() => RelationKindEnum, { description: 'Slag. / Kind.' })
  kind!: RelationKind;

  @Field(() => LocalDateScalar, { description: 'Första dag. / First day.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dag efter. / First day after.' })
  until?: LocalDate;
}

@InputType({ description: 'Avsluta en relation. / End a relation.' })
export class EndRelationInput extends MutationInput {
  @Field(() => ID, { description: 'Relationen. / The relation.' })
  relationId!: string;

  @Field(() => LocalDateScalar, { description: 'Första dag efter. / First day after.' })
  until!: LocalDate;

  @Field(() => Int, { description: 'Versionen som du utgick från. / The version you worked from.' })
  version!: number;
}
