/** The bans of the lint rules, each seen to fail; what switches them off is not read. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { findProjectRoot } from '../../src/kernel/project-root.ts';

const root = findProjectRoot();
const reportSchema = z.array(z.object({ messages: z.array(z.object({ line: z.int(), ruleId: z.string().nullable() })) }));

/** Rule ids reported for each line, when `file` holds `lines`. */
async function lint(file: string, lines: readonly string[]): Promise<readonly (readonly (string | null)[])[]> {
  const args = [join(root, 'node_modules/eslint/bin/eslint.js'), '--stdin', '--stdin-filename', file, '--format', 'json'];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } });
  child.stdin.end(`${lines.join('\n')}\n`);
  const [report] = reportSchema.parse(JSON.parse(await text(child.stdout)));
  return lines.map((_line, place) => (report?.messages ?? []).filter(({ line }) => line === place + 1).map(({ ruleId }) => ruleId));
}

const inProgram = [
  ['any', 'export const loose = (value: any): void => void value;', '@typescript-eslint/no-explicit-any'],
  ['comments to the compiler', '// @ts-expect-error it is fine', '@typescript-eslint/ban-ts-comment'],
  ['enum', "export enum Colour { Red = 'RED' }", 'no-restricted-syntax'],
  ['Date', 'export const then = Date.parse;', 'no-restricted-globals'],
  ['new Date', 'export const now = new Date();', 'no-restricted-globals'],
  ["the machine's clock", 'export const today = Temporal.Now.plainDateISO();', 'no-restricted-properties'],
  ['console', "console.log('hello');", 'no-console'],
  ['an unknown made into anything', 'export const made = (value: string): number[] => value as unknown as number[];', 'no-restricted-syntax'],
  ['a promise that nobody waits for', 'Promise.resolve();', '@typescript-eslint/no-floating-promises'],
  ['switching a rule off', "/* eslint-disable no-console */ console.log('hello');", 'no-console'],
] as const;

const inTests = [
  ['a test alone', "it.only('runs alone', () => { expect(1).toBe(1); });", 'jest/no-focused-tests'],
  ['a skipped test', "it.skip('is skipped', () => { expect(1).toBe(1); });", 'jest/no-disabled-tests'],
] as const;

describe('lint', () => {
  let program: readonly (readonly (string | null)[])[];
  let tests: readonly (readonly (string | null)[])[];

  beforeAll(async () => {
    [program, tests] = await Promise.all([
      lint('src/kernel/period.ts', inProgram.map(([, line]) => line)),
      lint('test/kernel/local-date.test.ts', ["import { expect, it } from '@jest/globals';", ...inTests.map(([, line]) => line)]),
    ]);
  });

  it.each(inProgram.map(([what, , rule], place) => ({ what, rule, place })))('refuses $what', ({ rule, place }) => {
    expect(program[place]).toContain(rule);
  });

  it.each(inTests.map(([what, , rule], place) => ({ what, rule, place })))('refuses $what', ({ rule, place }) => {
    expect(tests[place + 1]).toContain(rule);
  });
});
