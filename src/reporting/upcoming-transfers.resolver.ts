/** `upcomingTransfers`: the inventory's rows and counts, by the same rights as the file. */
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { ApiContext } from '../request/api-context.ts';
import { showTermInventory } from './build-report.ts';
import { blockOfSheet, UpcomingTransfers } from './upcoming-transfer.type.ts';

@Resolver()
export class UpcomingTransfersResolver {
  @Query(() => UpcomingTransfers, {
    description:
      'Kommande åldersbundna överföringar i en termin, rader och antal efter din roll. / Upcoming age-based transfers of a term, rows and counts by your role.',
  })
  async upcomingTransfers(
    @Arg('organisation', () => String, { description: 'Organisationens nyckel. / Key of the organisation.' }) organisation: string,
    @Arg('term', () => String, { description: 'VT eller HT och året: HT2026. / VT or HT and the year.' }) term: string,
    @Arg('asOf', () => LocalDateScalar, { nullable: true, description: 'Avstämningsdag; i dag om inget anges. / As-of date; today by default.' })
    asOf: LocalDate | null | undefined,
    @Ctx() { scope, routines }: ApiContext,
  ): Promise<UpcomingTransfers> {
    const caller = await scope.caller();
    const day = asOf ?? scope.today;
    const shown = await scope.read((db) =>
      showTermInventory({ caller, db, routines, organisationKey: organisation, term, asOf: day }),
    );
    scope.noteRead(shown.personIds);
    const { frame, counts } = shown;
    return {
      term,
      from: frame.term.from,
      until: frame.term.until,
      asOf: day,
      routine: frame.routine.key,
      rows: shown.rows.map(({ sheet, row }) => ({ block: blockOfSheet[sheet], ...row })),
      totals: counts?.totals ?? null,
      counts:
        counts?.transfers.map(({ byNeed, ...count }) => ({
          ...count,
          byNeed: Object.entries(byNeed).flatMap(([need, persons]) => (persons === 0 ? [] : [{ need, persons }])),
        })) ?? null,
    };
  }
}
