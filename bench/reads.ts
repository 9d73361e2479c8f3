/** W1, W2 and W3: the same question to every server in turn, with one connection and with several. */
import autocannon from 'autocannon';
import type { Client } from 'pg';
import { comparable, requestsOf, serverNames, type ReadWorkload, type ServerName, type Subjects, type Term } from './documents.ts';
import type { Fleet } from './fleet.ts';
import { callers } from './population.ts';
import { median, type Table } from './table.ts';

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
}

const cells = [
  { workload: 'W1', connections: 1 },
  { workload: 'W1', connections: 16 },
  { workload: 'W2', connections: 1 },
  { workload: 'W2', connections: 16 },
  { workload: 'W3', connections: 1 },
  { workload: 'W3', connections: 4 },
] as const;

/** Whose token a workload carries. */
const askedBy = { W1: callers.caseworker, W2: callers.caseworker, W3: callers.manager } as const;

/** Persons whom the caseworker works with now, spread over all. */
export async function findSubjects(client: Client, term: Term): Promise<Subjects> {
  const { rows } = await client.query<{ person: string; unit: string }>(`
    select person_id as person, unit_id as unit from case_record
    where unit_id = bench.id('unit', 1) and closed_on is null order by md5(id::text) limit 400`);
  return { personIds: rows.map(({ person }) => person), unitId: rows[0]?.unit ?? '', term };
}

/** Throws unless all servers give the same answers. */
export async function compareAnswers(fleet: Fleet, subjects: Subjects): Promise<number> {
  let compared = 0;
  for (const workload of ['W1', 'W2', 'W3'] as const) {
    const headers = await fleet.headersFor(askedBy[workload]);
    const requests = serverNames.map((name) => ({ name, asked: requestsOf(name, workload, subjects) }));
    for (const index of requestsOf('limit', workload, subjects).keys()) {
      const answers = await Promise.all(
        requests.map(async ({ name, asked }) => {
          const { method, path, body } = asked[index] ?? { method: 'GET', path: '/' };
          const response = await fetch(fleet.address[name] + path, { method, headers, ...(body === undefined ? {} : { body }) });
          return comparable(workload, await response.text());
        }),
      );
      for (const [place, name] of serverNames.entries()) {
        const difference = firstDifference(answers[0] ?? '', answers[place] ?? '');
        if (difference !== undefined) throw new Error(`${workload}, request ${index}: ${serverNames[0]} and ${name} answer\n${difference}`);
      }
      compared += 1;
    }
  }
  return compared;
}

function firstDifference(one: string, other: string): string | undefined {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  if (at < 0 && lines.length === others.length) return undefined;
  return [lines, others].map((text) => text.slice(at, at + 3).join('\n')).join('\n\n');
}

async function load(fleet: Fleet, name: ServerName, workload: ReadWorkload, connections: number, seconds: number, subjects: Subjects): Promise<number> {
  const requests = requestsOf(name, workload, subjects);
  const result = await autocannon({
    url: fleet.address[name], connections, duration: seconds, requests, headers: await fleet.headersFor(askedBy[workload]),
    verifyBody: (body) => body?.includes('"errors"') === false,
  });
  const wrong = result.non2xx + result.errors + result.mismatches;
  if (wrong > 0) throw new Error(`${name} failed ${wrong} of ${result.requests.total} requests of ${workload}`);
  return result['2xx'] / result.duration;
}

/** Requests per second in interleaved rounds; ratios are medians over the rounds. */
export async function measureReads(fleet: Fleet, subjects: Subjects, { rounds, seconds }: Pace, only: ReadonlySet<string>): Promise<Table> {
  const rows: string[][] = [];
  for (const { workload, connections } of cells) {
    if (!only.has(workload)) continue;
    for (const name of serverNames) await load(fleet, name, workload, connections, seconds, subjects);
    const measured: Record<ServerName, number>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const perSecond = { ours: 0, limit: 0, postgraphile: 0, audited: 0 };
      for (const name of serverNames) perSecond[name] = await load(fleet, name, workload, connections, seconds, subjects);
      measured.push(perSecond);
    }
    const of = (name: ServerName): string => median(measured.map((round) => round[name])).toFixed(0);
    const ratio = (one: ServerName, other: ServerName): string => median(measured.map((round) => round[one] / round[other])).toFixed(2);
    rows.push([
      `${workload} c${connections}`, ...serverNames.map(of),
      ratio('ours', 'audited'), ratio('ours', 'postgraphile'), ratio('ours', 'limit'), ratio('postgraphile', 'limit'),
    ]);
  }
  return {
    title: 'Reads, requests per second. Ours and "audited" leave an audit row of each answer; the others do not',
    columns: [
      '', 'ours', 'limit', 'PostGraphile', 'audited PostGraphile',
      'ours / audited', 'ours / PostGraphile', 'ours / limit', 'PostGraphile / limit',
    ],
    rows,
  };
}
