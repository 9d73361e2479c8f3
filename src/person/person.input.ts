/** Input of the mutation that registers a person. */
import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../api/mutation.input.ts';
import type { Protection } from '../caseload/vocabulary.model.ts';
import { ProtectionEnum } from '../caseload/vocabulary.type.ts';

@InputType({ description: 'Registrera en person vid din enhet. / Register a person at your unit.' })
export class RegisterPersonInput extends MutationInput {
  @Field(() => ID, { description: 'Enheten som registrerar: en av dina. / The unit that registers: one of yours.' })
  unitId!: string;

  @Field(() => String, { nullable: true, description: 'Personnummer, samordningsnummer eller reservnummer; utelämnas för den som saknar. / Personal, coordination or reserve number.' })
  personalNumber?: string;

  @Field(() => String, { nullable: true, description: 'ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD; krävs utan nummer, och går före numrets datum. / Birth date; needed without a number, and overrides the number\'s.' })
  birthDate?: string;

  @Field(() => String, { description: 'Förnamn. / Given name.' })
  givenName!: string;

  @Field(() => String, { description: 'Efternamn. / Family name.' })
  familyName!: string;

  @Field(() => ProtectionEnum, { defaultValue: 'NONE', description: 'Skyddade personuppgifter. / Protection of identity.' })
  protection!: Protection;
}
