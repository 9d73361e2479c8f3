/** What the compiler refuses in a definition: each planted mistake is one, and the sound definition is none. */
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const here = import.meta.dirname;
const file = join(here, 'planted.ts');

function source(planted: Readonly<Record<string, string>>): string {
  const part = (name: string, sound: string): string => planted[name] ?? sound;
  return `
    import { defineReport, type RowOf } from '../../src/sheet/define-report.ts';
    const text = { sv: 'a', en: 'a' };
    const codes = { key: 'c', label: text, codes: { RED: { sv: 'Röd', en: 'Red' } } } as const;
    export const report = defineReport({
      key: 'r', title: text, classification: 'x', classes: ['open', 'secret'],
      audiences: { crew: [${part('audience', "'open', 'secret'")}] },
      columns: {
        name: { type: 'text', class: ${part('class', "'secret'")}, width: 9, label: text, description: text, instead: { ${part('instead', 'crew')}: '–' } },
        hull: { type: 'code', class: 'open', width: 9, label: text, description: text, codes },
      },
      tones: { hull: [${part('tone', "'name'")}] },
      sheets: { all: { name: 'All', table: 'All', title: text, description: text, empty: text, columns: [${part('column', "'name', 'hull'")}] } },
    });
    export const row: RowOf<typeof report> = { name: ${part('value', "'Vasa'")}, ${part('key', 'hull')}: ${part('code', "'RED'")} };`;
}

/** Messages of the compiler about the planted file alone. */
function complaints(text: string): string[] {
  const config = ts.parseConfigFileTextToJson('tsconfig.json', ts.sys.readFile(join(here, '../../tsconfig.json')) ?? '').config as object;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, join(here, '../..'));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, language, ...rest) => (name === file ? ts.createSourceFile(name, text, language, true) : getSourceFile.call(host, name, language, ...rest));
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.readFile = (name) => (name === file ? text : readFile.call(host, name));
  const program = ts.createProgram([file], options, host);
  const planted = program.getSourceFile(file);
  if (planted === undefined) throw new Error('the planted file was not read');
  return program.getSemanticDiagnostics(planted).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('a report definition compiles', () => {
  it('where it is sound', () => {
    expect(complaints(source({}))).toEqual([]);
  });

  it.each([
    ['a sheet names a column that does not exist', { column: "'name', 'mast'" }, "'\"mast\"'"],
    ['a tone names one', { tone: "'mast'" }, "'\"mast\"'"],
    ['a column has a class that does not exist', { class: "'hidden'" }, "'\"hidden\"'"],
    ['an audience sees one', { audience: "'open', 'hidden'" }, "'\"hidden\"'"],
    ['a column has words for an audience that does not exist', { instead: 'visitor' }, "'visitor'"],
    ['a row has a column that does not exist', { key: 'mast' }, "'mast'"],
    ['a row has a value of another type', { value: '1' }, "'string'"],
    ['a row has a code that is not in the list', { code: "'BLUE'" }, "'\"BLUE\"'"],
  ])('not where %s', (_title, planted, names) => {
    const found = complaints(source(planted));
    expect(found.join('\n')).toContain(names);
  });
});
