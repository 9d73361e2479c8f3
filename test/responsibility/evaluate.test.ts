import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));

const good = { id: 'good', routine: 'OSTHAMMAR', ask: 'ONGOING', asOf: '2026-01-01', person: { birthDate: '2007-05-15' } };

function run(argument: string, input = ''): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const script = join(root, 'dist/src/tools/evaluate.js');
  return spawnSync(process.execPath, [script, argument], { input, encoding: 'utf8', cwd: folder });
}

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the evaluate command', () => {
  it('answers a file in its order and leaves with 0', () => {
    const file = join(folder, 'questions.json');
    writeFileSync(file, JSON.stringify([good, { ...good, id: 'second', asOf: '2027-05-15' }]));
    const { status, stdout, stderr } = run(file);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'good', authorityUnit: 'CHILD_YOUTH' },
      { id: 'second', authorityUnit: 'ADULT' },
    ]);
  });

  it('answers the others when one is malformed, and leaves with 1', () => {
    const { status, stdout } = run('-', JSON.stringify([{ ...good, id: 'bad', asOf: '2026-02-30' }, good]));
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'bad', error: { code: 'INVALID_DATE', path: 'asOf' } },
      { id: 'good', outcome: 'DETERMINED' },
    ]);
  });

  it.each([
    ['no JSON', 'not json'],
    ['no array', '{"id":"q1"}'],
  ])('leaves with 2 and nothing on standard output for %s', (_what, input) => {
    expect(run('-', input)).toMatchObject({ status: 2, stdout: '' });
  });

  it('leaves with 2 for a file that is not there', () => {
    expect(run('absent.json')).toMatchObject({ status: 2, stdout: '' });
  });

  it('answers no questions with no answers', () => {
    expect(run('-', '[]')).toMatchObject({ status: 0, stdout: '[]\n' });
  });
});
