/** W3 as a spreadsheet: how long it takes, and what the other callers of the API notice meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { requestsOf, type Subjects } from './documents.ts';
import type { Fleet } from './fleet.ts';
import { callers } from './population.ts';
import type { Pace } from './reads.ts';
import { median, percentile, type Table } from './table.ts';

const perSecond = 25;

type Headers = Readonly<Record<string, string>>;

async function took(address: string, init: RequestInit): Promise<number> {
  const start = performance.now();
  const response = await fetch(address, init);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return performance.now() - start;
}

/** Milliseconds of requests that come at a steady pace, whether or not earlier ones have been answered. */
async function steadyLoad(fleet: Fleet, subjects: Subjects, headers: Headers, seconds: number): Promise<number[]> {
  const requests = requestsOf('ours', 'W1', subjects);
  const answers: Promise<number>[] = [];
  const start = performance.now();
  for (let sent = 0; sent < seconds * perSecond; sent += 1) {
    const { method, path, body } = requests[sent % requests.length] ?? { method: 'GET', path: '/' };
    await pause(Math.max(0, start + (sent * 1000) / perSecond - performance.now()));
    answers.push(took(fleet.address.ours + path, { method, headers, ...(body === undefined ? {} : { body }) }));
  }
  return Promise.all(answers);
}

/** Rounds of load alone and of load while one file after the other is written. */
export async function measureFile(fleet: Fleet, subjects: Subjects, { rounds, seconds }: Pace): Promise<Table> {
  const [headers, manager] = await Promise.all([fleet.headersFor(callers.caseworker), fleet.headersFor(callers.manager)]);
  const address = `${fleet.address.ours}/reports/term-inventory.xlsx?organisation=bench&term=${subjects.term.label}`;
  const files: number[] = [];
  const ratios: number[] = [];
  const [alone, beside]: [number[], number[]] = [[], []];
  await took(address, { headers: manager });
  await steadyLoad(fleet, subjects, headers, 1);
  for (let round = 0; round < rounds; round += 1) {
    const quiet = percentile(await steadyLoad(fleet, subjects, headers, seconds), 95);
    const end = new AbortController();
    const writer = (async () => {
      while (!end.signal.aborted) files.push(await took(address, { headers: manager }));
    })();
    const busy = percentile(await steadyLoad(fleet, subjects, headers, seconds), 95);
    end.abort();
    await writer;
    alone.push(quiet);
    beside.push(busy);
    ratios.push(busy / quiet);
  }
  const ms = (values: readonly number[]): string => `${median(values).toFixed(1)} ms`;
  return {
    title: `W3 as a file, with ${perSecond} requests of W1 per second beside it`,
    columns: ['one file', 'p95 of W1 alone', 'p95 while files are written', 'ratio'],
    rows: [[ms(files), ms(alone), ms(beside), median(ratios).toFixed(2)]],
  };
}
