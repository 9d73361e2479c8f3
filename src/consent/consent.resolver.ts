/** Mutations on consents. */
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { idOf } from '../api/global-id.ts';
import { once } from '../api/mutation.input.ts';
import { answered, resultOf } from '../api/result.type.ts';
import { shownConsent } from '../caseload/caseload.view.ts';
import { readConsents } from '../caseload/part.read.ts';
import { Consent } from '../caseload/person.type.ts';
import { showPart } from '../caseload/show.read.ts';
import type { ApiContext } from '../request/api-context.ts';
import { RecordConsentInput, WithdrawConsentInput } from './consent.input.ts';
import { recordConsent } from './record-consent.usecase.ts';
import { withdrawConsent } from './withdraw-consent.usecase.ts';

@Classified('MATTER')
@ObjectType({ description: 'Samtycket efter ändringen. / The consent after the change.' })
export class ConsentChanged {
  @Field(() => Consent, { description: 'Samtycket. / The consent.' })
  consent!: Consent;
}

const ConsentResult = resultOf('ConsentResult', () => ConsentChanged);

@Resolver()
export class ConsentResolver {
  @Mutation(() => ConsentResult, { description: 'Registrerar ett samtycke. / Records a consent.' })
  async recordConsent(@Arg('input', () => RecordConsentInput) input: RecordConsentInput, @Ctx() context: ApiContext): Promise<typeof ConsentResult> {
    const { purpose, scope, howGiven, from, until } = input;
    return answered(async () =>
      changed(context, await recordConsent(context.scope, once('recordConsent', input), {
        personId: idOf('Person', input.personId, 'input.personId'),
        unitId: idOf('Unit', input.unitId, 'input.unitId'),
        recipientUnitId: input.recipientUnitId == null ? null : idOf('Unit', input.recipientUnitId, 'input.recipientUnitId'),
        purpose, scope, howGiven, from, until: until ?? null,
      })),
    );
  }

  @Mutation(() => ConsentResult, { description: 'Registrerar att ett samtycke återkallats. / Records that a consent was withdrawn.' })
  async withdrawConsent(@Arg('input', () => WithdrawConsentInput) input: WithdrawConsentInput, @Ctx() context: ApiContext): Promise<typeof ConsentResult> {
    return answered(async () =>
      changed(context, await withdrawConsent(context.scope, once('withdrawConsent', input), {
        ...input,
        consentId: idOf('Consent', input.consentId, 'input.consentId'),
      })),
    );
  }
}

async function changed({ scope }: ApiContext, id: string): Promise<ConsentChanged> {
  const consent = shownConsent(await showPart(scope, (db) => readConsents(db, [id])));
  return Object.assign(new ConsentChanged(), { consent });
}
