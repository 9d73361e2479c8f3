/** The mutation that registers a person. */
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { globalId, idOf } from '../api/global-id.ts';
import { once } from '../api/mutation.input.ts';
import { answered, resultOf } from '../api/result.type.ts';
import { ProtectionEnum } from '../caseload/vocabulary.type.ts';
import type { ApiContext } from '../request/api-context.ts';
import { RegisterPersonInput } from './person.input.ts';
import { registerPerson } from './register-person.usecase.ts';

@Classified('IDENTITY')
@ObjectType({
  description: 'Det du registrerade, och id att gå vidare med. Svaret är detsamma om personen redan var känd. / What you entered, and the id to go on with; the same whether or not the person was known.',
})
export class PersonRegistered {
  @Field(() => ID, { description: 'Personens id. / Id of the person.' })
  personId!: string;

  @Field(() => String, { nullable: true, description: 'Numret, tolv tecken. / The number, twelve characters.' })
  personalNumber!: string | null;

  @Field(() => String, { description: 'Födelsedatum så långt det är känt. / Birth date as far as known.' })
  birthDate!: string;

  @Field(() => String, { description: 'Förnamn. / Given name.' })
  givenName!: string;

  @Field(() => String, { description: 'Efternamn. / Family name.' })
  familyName!: string;

  @Field(() => ProtectionEnum, { description: 'Skydd. / Protection.' })
  protection!: string;
}

const PersonResult = resultOf('PersonResult', () => PersonRegistered);

@Resolver()
export class PersonResolver {
  @Mutation(() => PersonResult, { description: 'Registrerar en person vid din enhet; enheten kan sedan öppna ärende. / Registers a person at your unit, which can then open a case.' })
  async registerPerson(@Arg('input', () => RegisterPersonInput) input: RegisterPersonInput, @Ctx() { scope }: ApiContext): Promise<typeof PersonResult> {
    return answered(async () => {
      const { id, number, born, givenName, familyName, protection } = await registerPerson(scope, once('registerPerson', input), {
        ...input,
        unitId: idOf('Unit', input.unitId, 'input.unitId'),
      });
      return Object.assign(new PersonRegistered(), {
        personId: globalId('Person', id), personalNumber: number, birthDate: born, givenName, familyName, protection,
      });
    });
  }
}
