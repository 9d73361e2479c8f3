/**
 * `npm run bench`: measures the program against a hand-written limit and against what a team would pick instead, on
 * one database and in one interleaved run. Only ratios within a run mean anything.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withClient } from '../src/database/roles.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { findProjectRoot } from '../src/kernel/project-root.ts';
import { openBenchDatabase } from './cluster.ts';
import { measureDecisions } from './decisions.ts';
import { termOf } from './documents.ts';
import { measureFile } from './file.ts';
import { startFleet } from './fleet.ts';
import { compareAnswers, findSubjects, measureReads } from './reads.ts';
import { printed } from './table.ts';

const { values: options } = parseArgs({
  options: {
    persons: { type: 'string', default: '100000' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'W1,W2,W3,W7' },
  },
});
const only = new Set(options.only.split(','));
const pace = options.quick ? { rounds: 2, seconds: 0.8 } : { rounds: 5, seconds: 1.5 };
const persons = Number(options.persons);
const today = systemClock().today();
const results: string[] = [];

function tell(text: string): void {
  results.push(text);
  process.stdout.write(`${text}\n`);
}

tell(`# Benchmark of ${today}: ${persons} persons, Node ${process.versions.node}, ${cpus().length} processors shared by load, servers and database\n`);
const opened = new AsyncDisposableStack();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void opened.disposeAsync().finally(() => process.exit(1)));
}

async function measureServers(): Promise<void> {
  const database = await openBenchDatabase(persons, 'OSTHAMMAR', today, opened);
  const fleet = await startFleet(database);
  opened.defer(() => fleet.stop());
  const subjects = await withClient(database.superuserUrl, (client) => findSubjects(client, termOf(today)));
  tell(`${await compareAnswers(fleet, subjects)} answers compared: equal on all servers.\n`);
  tell(printed(await measureReads(fleet, subjects, pace, only)));
  if (only.has('W3')) tell(printed(await measureFile(fleet, subjects, pace)));
}

try {
  if (['W1', 'W2', 'W3'].some((workload) => only.has(workload))) await measureServers();
} finally {
  await opened.disposeAsync();
}
if (only.has('W7')) tell(printed(await measureDecisions(pace)));

const folder = join(findProjectRoot(), 'bench/results');
await mkdir(folder, { recursive: true });
const file = join(folder, `${today}-${persons}${options.quick ? '-quick' : ''}.md`);
await writeFile(file, results.join('\n'));
