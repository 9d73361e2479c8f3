/** The house's rules hold, and each of them can fail: a planted breach of every rule is reported, and a clean file is not. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { findProjectRoot } from '../../src/kernel/project-root.ts';

const root = findProjectRoot();
const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
});

const houseSchema = z.object({ forbidden: z.array(z.object({ name: z.string() })) });
const house = houseSchema.parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'));

/** The rooms in the order of dependency. */
const rooms = [...house.forbidden.flatMap(({ name }) => /^look-down-from-(.+)$/u.exec(name)?.[1] ?? []), 'tools'];

/** A file in each room that knows the next one. */
const upward = Object.fromEntries(
  rooms.slice(0, -1).map((room, place) => [`look-down-from-${room}`, [`src/${room}/breach.ts`, `import type {} from '../${rooms[place + 1] ?? ''}/clean.ts';`]] as const),
);

/** Each file breaks the rule that it is named after, and only that one. */
const breaches: Readonly<Record<string, readonly [file: string, content: string]>> = {
  ...upward,
  'rooms-know-no-root': ['src/http/roots.ts', `import '../config.ts';`],
  'rooms-are-listed': ['src/tools/lists.ts', `import '../unlisted/clean.ts';`],
  'rules-are-pure': ['src/routine/impure.rules.ts', `import 'node:fs';`],
  'no-cycles': ['src/case/one.ts', `import './other.ts';`],
  'spreadsheets-in-one-place': ['src/reporting/sheets.ts', `import 'exceljs';`],
  'mapper-in-tables-and-stores': ['src/case/mapped.usecase.ts', `import type {} from '@mikro-orm/core';`],
  'sql-in-reads-and-stores': ['src/case/asking.usecase.ts', `import 'kysely';`],
  'graphql-at-the-edge': ['src/case/speaking.usecase.ts', `import 'type-graphql';`],
  'requests-in-http': ['src/case/serving.usecase.ts', `import 'express';`],
  'migrations-stand-alone': ['migrations/leaning.ts', `import '../src/kernel/clean.ts';`],
  'reports-stand-alone': ['reports/leaning.ts', `import '../src/access/clean.ts';`],
  'no-tests-in-the-program': ['src/case/testing.ts', `import '../../test/clean.ts';`],
  'no-development-packages': ['src/case/developing.ts', `import 'autocannon';`],
  'everything-is-found': ['src/case/lost.ts', `import './nowhere.ts';`],
};

const clean: Readonly<Record<string, string>> = {
  'src/case/other.ts': `import './one.ts';`,
  'src/case/case.rules.ts': `import type {} from '../access/clean.ts';\nimport '../kernel/local-date.ts';`,
  'src/kernel/local-date.ts': 'export {};',
  'src/config.ts': 'export {};',
  'src/sheet/workbook.ts': `import 'exceljs';`,
  'src/case/case.table.ts': `import '@mikro-orm/core';`,
  'src/case/case.read.ts': `import 'kysely';`,
  'src/case/case.resolver.ts': `import 'type-graphql';`,
  'src/unlisted/clean.ts': 'export {};',
  'test/clean.ts': 'export {};',
};

type Report = z.infer<typeof reportSchema>['summary'];

async function cruise(folder: string, ...places: readonly string[]): Promise<Report> {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [command, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...places];
  const run = promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 64 * 2 ** 20, env: { ...process.env, NODE_OPTIONS: '' } });
  // It ends with a status other than zero when it finds something.
  const stdout = await run.then((done) => done.stdout, (failed: unknown) => z.object({ stdout: z.string() }).parse(failed).stdout);
  return reportSchema.parse(JSON.parse(stdout)).summary;
}

describe('the rules of the house', () => {
  let planted: string;
  let report: Report;

  beforeAll(async () => {
    planted = await mkdtemp(join(tmpdir(), 'samordna-house-'));
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) await cp(join(root, file), join(planted, file));
    await symlink(join(root, 'node_modules'), join(planted, 'node_modules'));
    const files = {
      ...Object.fromEntries(rooms.map((room) => [`src/${room}/clean.ts`, 'export {};'])),
      ...clean,
      ...Object.fromEntries(Object.values(breaches)),
    };
    for (const [file, content] of Object.entries(files)) {
      await mkdir(join(planted, dirname(file)), { recursive: true });
      await writeFile(join(planted, file), `${content}\n`);
    }
    report = await cruise(planted, 'src', 'reports', 'migrations');
  });

  afterAll(async () => {
    await rm(planted, { recursive: true, force: true });
  });

  it('has a planted breach for every rule', () => {
    expect(Object.keys(breaches).sort()).toEqual([...new Set(report.ruleSetUsed.forbidden.map(({ name }) => name))].sort());
  });

  it.each(Object.entries(breaches))('%s reports its breach', (rule, [file]) => {
    expect(report.violations.filter(({ from }) => from === file).map(({ rule: { name } }) => name)).toEqual([rule]);
  });

  it('reports nothing else', () => {
    const places = Object.values(breaches).map(([file]) => file);
    const other = report.violations.filter(({ from, rule }) => !places.includes(from) && rule.name !== 'no-cycles');
    expect(other).toEqual([]);
  });

  it('puts every folder of src in the order of rooms', async () => {
    const folders = (await readdir(join(root, 'src'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !rooms.includes(name))).toEqual([]);
  });
});
