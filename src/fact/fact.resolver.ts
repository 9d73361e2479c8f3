/** Mutations on facts. */
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { idOf } from '../api/global-id.ts';
import { once } from '../api/mutation.input.ts';
import { answered, resultOf } from '../api/result.type.ts';
import { shownFact } from '../caseload/caseload.view.ts';
import { readFacts } from '../caseload/part.read.ts';
import { Fact } from '../caseload/person.type.ts';
import { showPart } from '../caseload/show.read.ts';
import type { ApiContext } from '../request/api-context.ts';
import { endFact } from './end-fact.usecase.ts';
import { EndFactInput, RecordFactInput } from './fact.input.ts';
import { recordFact } from './record-fact.usecase.ts';

@Classified('ASSESSMENT')
@ObjectType({ description: 'Uppgiften efter ändringen. / The fact after the change.' })
export class FactChanged {
  @Field(() => Fact, { description: 'Uppgiften. / The fact.' })
  fact!: Fact;
}

const FactResult = resultOf('FactResult', () => FactChanged);

@Resolver()
export class FactResolver {
  @Mutation(() => FactResult, { description: 'Registrerar en uppgift om en person. / Records a fact about a person.' })
  async recordFact(@Arg('input', () => RecordFactInput) input: RecordFactInput, @Ctx() context: ApiContext): Promise<typeof FactResult> {
    const { personId, unitId, kind, from, until, known, needCategories } = input;
    return answered(async () =>
      changed(context, await recordFact(context.scope, once('recordFact', input), {
        personId: idOf('Person', personId, 'input.personId'),
        unitId: idOf('Unit', unitId, 'input.unitId'),
        kind, from, until: until ?? null, known, needCategories,
        placedByFosterCareService: input.placedByFosterCareService ?? null,
        outcome: input.outcome ?? null,
        receivingUnitId: input.receivingUnitId == null ? null : idOf('Unit', input.receivingUnitId, 'input.receivingUnitId'),
        value: input.value ?? null,
        atRisk: input.atRisk ?? null,
        diagnosisDocumented: input.diagnosisDocumented ?? null,
      })),
    );
  }

  @Mutation(() => FactResult, { description: 'Avslutar en uppgift. / Ends a fact.' })
  async endFact(@Arg('input', () => EndFactInput) input: EndFactInput, @Ctx() context: ApiContext): Promise<typeof FactResult> {
    return answered(async () =>
      changed(context, await endFact(context.scope, once('endFact', input), {
        ...input,
        factId: idOf('Fact', input.factId, 'input.factId'),
      })),
    );
  }
}

async function changed({ scope }: ApiContext, id: string): Promise<FactChanged> {
  const fact = shownFact(await showPart(scope, (db) => readFacts(db, [id])));
  return Object.assign(new FactChanged(), { fact });
}
