/** Queries on persons and cases. Each root field is one statement; the verdict on responsibility is added in memory. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import type { Caller } from '../access/permit.ts';
import { Classified } from '../api/field-class.ts';
import { idOf } from '../api/global-id.ts';
import { connection, connectionOf, PageArgs, pageOf, type ConnectionOf } from '../api/connection.type.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import { asksOnly, selectedBy } from '../api/selection.ts';
import { Fault } from '../kernel/faults.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { ApiContext } from '../request/api-context.ts';
import { unitFields } from '../responsibility/decide-units.rules.ts';
import { Responsibility } from '../responsibility/responsibility.type.ts';
import { responsibilityForCase, responsibilityForPerson, type Asking } from './responsibility.rules.ts';
import { readCasePage, readPersonPage } from './caseload.read.ts';
import { caseSelection, personSelection } from './caseload.selection.ts';
import { shownCase, shownPerson, type ShownCase, type ShownPerson } from './caseload.view.ts';
import { Case } from './case.type.ts';
import { Person } from './person.type.ts';
import { noteCase, notePerson, showCase, showPerson } from './show.read.ts';

const CaseConnection = connectionOf('Case', () => Case);
const PersonConnection = connectionOf('Person', () => Person);

const caseCursor = z.object({ openedOn: z.iso.date(), id: z.uuid() });
const personCursor = z.object({ familyName: z.string(), givenName: z.string(), id: z.uuid() });

@ArgsType()
class CasesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Bara enhetens ärenden. / Only this unit\'s cases.' })
  unitId?: string;

  @Field(() => Boolean, { nullable: true, description: 'Sant: öppna; falskt: avslutade. / True: open; false: closed.' })
  open?: boolean;
}

@Resolver(() => Person)
export class PersonQueries {
  @Query(() => Person, { nullable: true, description: 'En person som du får se; annars null. / A person that you may see, otherwise null.' })
  async person(@Arg('id', () => ID) id: string, @Ctx() { scope }: ApiContext, @Info() info: GraphQLResolveInfo): Promise<ShownPerson | null> {
    return orNull(async () => showPerson(scope, idOf('Person', id, 'id'), personSelection(selectedBy(info))));
  }

  @Query(() => PersonConnection, { description: 'Personer som du får se, i svensk namnordning. / Persons that you may see, by name.' })
  async persons(@Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: ApiContext, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ShownPerson>> {
    await scope.require('case.read');
    const page = pageOf(args, personCursor);
    const fields = selectedBy(info).under('edges', 'node');
    const records = await scope.read((db) => readPersonPage(db, page, fields === undefined ? {} : personSelection(fields)));
    const shown = records.map((record) => shownPerson(record, scope.today));
    const result = connection(shown, page.first, ({ record }) => ({
      familyName: record.familyName ?? '', givenName: record.givenName ?? '', id: record.id,
    }));
    for (const { node } of result.edges) notePerson(scope, node.record);
    return result;
  }

  @Classified('ASSESSMENT')
  @FieldResolver(() => Responsibility, { description: 'Vem som ansvarar en dag (i dag om inget anges), med regel, källa och skäl. / Who is responsible on a day, with rule, citation and reason.' })
  responsibility(
    @Root() person: ShownPerson,
    @Arg('asOf', () => LocalDateScalar, { nullable: true }) asOf: LocalDate | undefined,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): MaybePromise<Responsibility> {
    return asked(context, asOf, info, (asking) => responsibilityForPerson(person.record, asking));
  }
}

@Resolver(() => Case)
export class CaseQueries {
  @Query(() => Case, { nullable: true, description: 'Ett ärende som du får se; annars null. / A case that you may see, otherwise null.' })
  async case(@Arg('id', () => ID) id: string, @Ctx() { scope }: ApiContext, @Info() info: GraphQLResolveInfo): Promise<ShownCase | null> {
    return orNull(async () => showCase(scope, idOf('Case', id, 'id'), caseSelection(selectedBy(info))));
  }

  @Query(() => CaseConnection, { description: 'Ärenden som du får se, nyast först. / Cases that you may see, newest first.' })
  async cases(@Args(() => CasesArgs) args: CasesArgs, @Ctx() { scope }: ApiContext, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ShownCase>> {
    await scope.require('case.read');
    const page = pageOf(args, caseCursor);
    const fields = selectedBy(info).under('edges', 'node');
    const filter = {
      ...(args.unitId == null ? {} : { unitId: idOf('Unit', args.unitId, 'unitId') }),
      ...(args.open == null ? {} : { open: args.open }),
    };
    const records = await scope.read((db) => readCasePage(db, filter, page, fields === undefined ? {} : caseSelection(fields)));
    const result = connection(records.map((record) => shownCase(record, scope.today)), page.first, ({ record }) => ({
      openedOn: record.openedOn, id: record.id,
    }));
    for (const { node } of result.edges) noteCase(scope, node.record);
    return result;
  }

  @Classified('ASSESSMENT')
  @FieldResolver(() => Responsibility, { description: 'Vem som ansvarar för ärendet en dag, med regel, källa och skäl. / Who is responsible for the case on a day.' })
  responsibility(
    @Root() shown: ShownCase,
    @Arg('asOf', () => LocalDateScalar, { nullable: true }) asOf: LocalDate | undefined,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): MaybePromise<Responsibility> {
    return asked(context, asOf, info, (asking) => responsibilityForCase(shown.record, asking));
  }
}

type MaybePromise<T> = T | Promise<T>;

/** Answers at once where the caller is known already: a promise for each row of a page would cost more than the answer. */
function asked(
  { scope, routines }: ApiContext,
  asOf: LocalDate | undefined,
  info: GraphQLResolveInfo,
  answer: (asking: Asking) => Responsibility,
): MaybePromise<Responsibility> {
  const answerTo = (caller: Caller): Responsibility =>
    answer({ caller, routines, asOf: asOf ?? scope.today, unitsOnly: asksOnly(info, unitFields) });
  return scope.knownCaller === undefined ? scope.caller().then(answerTo) : answerTo(scope.knownCaller);
}

/** What is hidden looks like what does not exist. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault && error.details.kind === 'NOT_FOUND') return null;
    throw error;
  }
}
