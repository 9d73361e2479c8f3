/** What every mutation's input carries. */
import { Field, InputType } from 'type-graphql';
import type { IdempotencyKey } from '../request/request-scope.ts';

@InputType({ description: 'Gemensamt för alla ändringar. / Common to all mutations.' })
export abstract class MutationInput {
  @Field(() => String, {
    description: 'Nyckel som du väljer: samma nyckel ger samma svar och bara en verkan. / A key of your choice: the same key gives the same answer and has one effect.',
  })
  idempotencyKey!: string;
}

/** The key that an input brings, for the mutation it was sent to. */
export function once(operation: string, input: MutationInput): IdempotencyKey {
  return { key: input.idempotencyKey, operation, input };
}
