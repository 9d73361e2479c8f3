import { describe, expect, it } from '@jest/globals';
import { writeWorkbook } from '../../src/sheet/workbook.ts';
import { writeWorkbookApart } from '../../src/sheet/workbook-thread.ts';
import type { WorkbookContent } from '../../src/sheet/workbook.model.ts';
import { partsOf } from './workbook-parts.ts';

const words = (text: string): { sv: string; en: string } => ({ sv: text, en: text });

function workbookCalled(name: string): WorkbookContent {
  return {
    cover: { title: words(name), classification: 'Hemligt', lines: [{ label: words('Antal'), value: 3 }], remarks: [words('Påhittat')] },
    sheets: [],
    counts: [],
    definitions: [{ term: words('Båt'), meaning: words('Flyter') }],
    properties: { author: 'Test', exportId: name, madeAt: '2026-11-22T10:00' },
  };
}

function textOf(file: Uint8Array): string {
  return [...partsOf(file)].filter(([name]) => !name.startsWith('docProps/')).map(([name, part]) => `${name}\n${part}`).join('\n');
}

describe('the thread that writes workbooks', () => {
  it('writes what would be written without it', async () => {
    expect(textOf(await writeWorkbookApart(workbookCalled('Ensam')))).toBe(textOf(await writeWorkbook(workbookCalled('Ensam'))));
  });

  it('gives each of several callers their own', async () => {
    const names = ['Ett', 'Två', 'Tre'];
    const files = await Promise.all(names.map((name) => writeWorkbookApart(workbookCalled(name))));
    expect(files.map((file) => names.filter((name) => textOf(file).includes(`>${name}<`)))).toEqual(names.map((name) => [name]));
  });

  it('tells the caller of a failure without the content, and serves the next', async () => {
    const nothing: object = { counts: undefined };
    const broken = Object.assign(workbookCalled('Lantisarna'), nothing);
    const failure = await writeWorkbookApart(broken).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: 'a workbook could not be written' });
    expect(String((failure as Error).stack)).not.toContain('Lantisarna');
    await expect(writeWorkbookApart(workbookCalled('Hel'))).resolves.toBeInstanceOf(Uint8Array);
  });
});
