/** `GET /reports/{report}.xlsx|.csv`: a report as the caller may have it. Audited before the first byte leaves. */
import { Router } from 'express';
import { z } from 'zod';
import type { Orm } from '../database/orm.ts';
import { answeredWithin } from '../database/outage.ts';
import type { TokenVerifier } from '../identity/token-verifier.ts';
import type { Clock } from '../kernel/clock.ts';
import { Fault, invalid } from '../kernel/faults.ts';
import { parseLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { exportTermInventory, reportFormats, type ReportFormat } from '../reporting/export-report.usecase.ts';
import { RequestScope } from '../request/request-scope.ts';
import type { RoutineLibrary } from '../routine/version.model.ts';
import { requireToken, userNameOf } from './authentication.ts';
import { patience } from './patience.ts';
import { allowOnly, problems, sendProblem } from './problem.ts';
import { purposeOf, requirePurpose } from './purpose.ts';
import { requestIdOf } from './request-log.ts';

export interface ReportParts {
  readonly orm: Orm;
  readonly routines: RoutineLibrary;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
}

const file = new RegExp(`^term-inventory\\.(${reportFormats.join('|')})$`, 'u');
const text = z.string().min(1).max(100);

/** The reports' addresses. */
export function reportsRoute({ orm, routines, verifier, clock }: ReportParts): Router {
  const route = Router();
  route
    .route('/reports/:file')
    .get(requireToken(verifier), requirePurpose, async (request, response) => {
      const format = formatOf(request.params.file);
      if (format === undefined) {
        sendProblem(response, problems.NOT_FOUND);
        return;
      }
      const today = clock.today();
      const asked = readQuery(request.query, today);
      const scope = new RequestScope({
        orm, today,
        userName: userNameOf(request),
        requestId: requestIdOf(request),
        purpose: purposeOf(request),
        operation: 'report.term-inventory',
      });
      response.once('close', () => void scope.abandon().catch(() => undefined));
      // A caller who is nobody here is refused, and the refusal audited, by the export itself.
      await answeredWithin(patience, scope.caller().catch(unlessFault));
      const exported = await exportTermInventory(scope, { routines, now: clock.now(), format, ...asked });
      response
        .attachment(exported.name)
        .set('X-Export-Id', exported.exportId)
        .type(exported.mediaType)
        .send(Buffer.from(exported.content));
    })
    .all(allowOnly('GET'));
  return route;
}

function unlessFault(error: unknown): void {
  if (!(error instanceof Fault)) throw error;
}

function formatOf(name: string): ReportFormat | undefined {
  return reportFormats.find((format) => format === file.exec(name)?.[1]);
}

function readQuery(
  query: Readonly<Record<string, unknown>>,
  today: LocalDate,
): { readonly organisationKey: string; readonly term: string; readonly asOf: LocalDate } {
  const organisationKey = text.safeParse(query['organisation']).data;
  if (organisationKey === undefined) {
    throw invalid('ORGANISATION_MISSING', 'organisation', { sv: 'Ange organisation, till exempel osthammar.', en: 'Say which organisation, such as osthammar.' });
  }
  const term = text.safeParse(query['term']).data;
  if (term === undefined) {
    throw invalid('TERM_INVALID', 'term', { sv: 'Ange termin, till exempel HT2026.', en: 'Say which term, such as HT2026.' });
  }
  const asOf = query['asOf'] === undefined ? today : parseLocalDate(query['asOf']);
  if (asOf === undefined) {
    throw invalid('DATE_INVALID', 'asOf', { sv: 'asOf ska vara ett datum ÅÅÅÅ-MM-DD.', en: 'asOf must be a date YYYY-MM-DD.' });
  }
  return { organisationKey, term, asOf };
}
