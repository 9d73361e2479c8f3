/** What would hold for a stored person: on any day, with facts supposed, over the years to come. Nothing is stored. */
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { Classified } from '../api/field-class.ts';
import { globalId } from '../api/global-id.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { FactRecord } from '../caseload/caseload.model.ts';
import { bornAs, factOf, notApplicable, storedFacts, withoutBirthDate } from '../caseload/responsibility.rules.ts';
import type { ShownPerson } from '../caseload/caseload.view.ts';
import { Person } from '../caseload/person.type.ts';
import { invalid } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { covers } from '../kernel/period.ts';
import type { ApiContext } from '../request/api-context.ts';
import { SupposedFactInput } from '../responsibility/evaluation.input.ts';
import type { Fact } from '../responsibility/question.model.ts';
import { Responsibility } from '../responsibility/responsibility.type.ts';
import { supposedFacts } from './hypotheses.parse.ts';
import { checkCount, mostHypotheses, suppose, type WeighedFact } from './hypotheses.rules.ts';
import { toldAnswer, toldSensitivity, toldTimeline, type Weighed } from './telling.rules.ts';
import { ResponsibilitySensitivity, ResponsibilityStretch } from './what-if.type.ts';

@ArgsType()
class Supposed {
  @Field(() => [SupposedFactInput], { defaultValue: [], description: `Uppgifter som antas, högst ${String(mostHypotheses.added)}. / Facts that are supposed.` })
  addFacts!: SupposedFactInput[];

  @Field(() => [ID], { defaultValue: [], description: `Uppgifter som tänks bort: id för dem som du ser, eller ett slag som LVU_CARE; högst ${String(mostHypotheses.removed)}. / Facts that are left out: ids of those you see, or a kind.` })
  removeFacts!: string[];
}

@ArgsType()
class WhatIfArgs extends Supposed {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Dagen, i dag om inget anges; bakåt eller framåt i tiden. / The day, today by default; past or future.' })
  asOf?: LocalDate;
}

@ArgsType()
class TimelineArgs extends Supposed {
  @Field(() => Int, { defaultValue: 25, description: 'Till och med dagen före denna födelsedag. / Until this birthday.' })
  untilAge!: number;
}

const oldest = 125;

@Resolver(() => Person)
export class WhatIfResolver {
  @Classified('ASSESSMENT')
  @FieldResolver(() => Responsibility, {
    description: 'Vem som skulle ansvara en dag, med uppgifter som antas eller tänks bort. Inget sparas. / Who would be responsible on a day, with facts supposed or left out. Nothing is stored.',
  })
  async whatIf(@Root() { record }: ShownPerson, @Args(() => WhatIfArgs) args: WhatIfArgs, @Ctx() context: ApiContext): Promise<Responsibility> {
    const asOf = args.asOf ?? context.scope.today;
    const routine = await routineOn(context, asOf);
    checkCount(args);
    if (routine === undefined || asOf < earliestBirth(record.born)) return notApplicable(record.id);
    return withoutBirthDate(record, toldAnswer(weigh(record, context, routine, args), routine, asOf));
  }

  @Classified('ASSESSMENT')
  @FieldResolver(() => [ResponsibilityStretch], {
    description: 'Ansvaret från i dag till 25 år (eller `untilAge`), sträcka för sträcka, med skälet till varje byte. Tom för den som redan är äldre. / Responsibility from today until 25, stretch by stretch, with the reason of each change.',
  })
  async timeline(@Root() { record }: ShownPerson, @Args(() => TimelineArgs) args: TimelineArgs, @Ctx() context: ApiContext): Promise<readonly ResponsibilityStretch[]> {
    const { today } = context.scope;
    checkCount(args);
    if (args.untilAge < 1 || args.untilAge > oldest) {
      throw invalid('AGE_INVALID', 'untilAge', { sv: `Ange en ålder från 1 till ${String(oldest)}.`, en: `Give an age from 1 to ${String(oldest)}.` });
    }
    if (record.deceasedOn !== null && record.deceasedOn <= today) return [];
    const routine = await routineOn(context, today);
    const weighed = weigh(record, context, routine, args);
    const { adoptedRoutines } = await context.scope.caller();
    return toldTimeline(weighed, adoptedRoutines, today, args.untilAge).map((stretch) => ({
      ...stretch,
      changes: stretch.changes.map((change) => ({
        kind: change.kind,
        age: 'age' in change ? change.age : null,
        fact: 'fact' in change ? change.fact : null,
        years: 'years' in change ? change.years : null,
      })),
    }));
  }

  @Classified('ASSESSMENT')
  @FieldResolver(() => [ResponsibilitySensitivity], {
    description: 'Vad som skulle ändra svaret en dag: varje uppgift som gör skillnad om den slutar, fortsätter, börjar eller visar sig vara annorlunda. / What would change the answer on a day, one fact at a time.',
  })
  async sensitivity(
    @Root() { record }: ShownPerson,
    @Arg('asOf', () => LocalDateScalar, { nullable: true, description: 'Dagen, i dag om inget anges. / The day, today by default.' }) given: LocalDate | undefined,
    @Ctx() context: ApiContext,
  ): Promise<readonly ResponsibilitySensitivity[]> {
    const asOf = given ?? context.scope.today;
    const routine = await routineOn(context, asOf);
    if (routine === undefined || asOf < earliestBirth(record.born)) return [];
    return toldSensitivity(weigh(record, context, routine), routine, asOf).map(({ variation, text, answer }) => ({
      variation: variation.kind, fact: variation.fact.kind, text, answer: withoutBirthDate(record, answer),
    }));
  }
}

/** The routine that the caller's organisation follows on a day, where the program has it. */
async function routineOn({ scope, routines }: ApiContext, day: LocalDate): Promise<string | undefined> {
  const { adoptedRoutines } = await scope.caller();
  const routine = adoptedRoutines.find((adopted) => covers(adopted, day))?.routine;
  return routine === undefined || !routines.has(routine) ? undefined : routine;
}

function earliestBirth(born: string): LocalDate {
  const { birthDate, birthRange } = bornAs(born);
  const earliest = birthDate ?? birthRange?.earliest;
  if (earliest === undefined) throw new TypeError('a birth date is known whole or in part');
  return earliest;
}

/** Everything that decides about a person, with what is supposed in `routine`'s words. */
function weigh(record: ShownPerson['record'], { routines, scope }: ApiContext, routine: string | undefined, supposed?: Supposed): Weighed {
  if (record.decidingFacts === undefined) throw new Error('the selection did not ask for the facts that decide');
  const recorded = (record.decidingFacts ?? []).flatMap((row): WeighedFact[] => factOf(row).map((fact) => ({ fact, visible: row[4] })));
  const added = routine === undefined || supposed === undefined ? [] : supposedFacts(supposed.addFacts, routine, routines, scope.today);
  const factCalled = (id: string): Fact | undefined => record.facts?.filter((fact) => globalId('Fact', fact.id) === id).flatMap(storedFactOf)[0];
  return {
    question: { id: record.id, ask: 'ONGOING', ...bornAs(record.born), needs: [], involvements: [], childConcern: false, guardianInvolved: false },
    facts: suppose(recorded, added, supposed?.removeFacts ?? [], factCalled),
    routines,
  };
}

function storedFactOf({ kind, from, until, known, placedByFosterCareService, outcome, receivingUnit, value, atRisk, diagnosisDocumented }: FactRecord): Fact[] {
  return storedFacts([
    {
      kind, from, until, known, placedByFosterCareService, atRisk, diagnosisDocumented,
      unit: null, matterType: null, approvedBy: null, visible: true,
      outcome: outcome === 'TRANSFER' || outcome === 'NO_TRANSFER' ? outcome : null,
      receivingUnit: receivingUnit?.key ?? null,
      value: value === 'YES' || value === 'NO' || value === 'UNKNOWN' ? value : null,
    },
  ]);
}
