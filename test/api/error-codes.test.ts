/** Every code that the program can answer with is documented, and no other. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../src/kernel/project-root.ts';

const root = findProjectRoot();

/** Where `code:` names something else than an error: notes of an answer, problems of an import file (schema/case-load.md). */
const elsewhere = /^(?:import|sheet|routine|tools)\/|note\.rules|caseload\/responsibility\.rules|partial-birth|situation|template/u;

async function sources(): Promise<readonly (readonly [path: string, text: string])[]> {
  const files = await readdir(join(root, 'src'), { recursive: true });
  return files.filter((path) => path.endsWith('.ts') && !elsewhere.test(path)).map((path) => [path, readFileSync(join(root, 'src', path), 'utf8')]);
}

async function codes(): Promise<Set<string>> {
  const found = new Set<string>();
  for (const [path, text] of await sources()) {
    for (const [, code = ''] of text.matchAll(/(?:\b(?:invalid|conflict|refusedByRule|refusal)\(\s*|\bcode: )'([A-Z][A-Z_]{3,})'/gu)) found.add(code);
    if (path.endsWith('question.parse.ts')) {
      const [, messages = ''] = /const messages = \{(.*?)\n\}/su.exec(text) ?? [];
      for (const [, code = ''] of messages.matchAll(/^ {2}([A-Z_]+):/gmu)) found.add(code);
    }
  }
  return found;
}

describe('error codes', () => {
  it('are those of schema/error-codes.md', async () => {
    const text = readFileSync(join(root, 'schema/error-codes.md'), 'utf8');
    const documented = [...text.matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, code = '']) => code);
    expect(new Set(documented).size).toBe(documented.length);
    expect([...(await codes())].sort()).toEqual(documented.sort());
  });
});
