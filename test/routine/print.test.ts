/** The printed routine: whole, readable beside the text, and nothing in it that a strict policy of content would refuse. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { conditionLines } from '../../src/routine/print/condition-words.rules.ts';
import { escapeHtml, htmlOf } from '../../src/routine/print/html.rules.ts';
import { markdownOf } from '../../src/routine/print/markdown.rules.ts';
import { documentOf } from '../../src/routine/print/routine-document.rules.ts';
import { usageLines } from '../../src/routine/print/usage.rules.ts';
import { routineStyle } from '../../src/routine/print/style.model.ts';
import { loadRoutines, parseRoutine } from '../../src/routine/routine.loader.ts';
import type { Routine } from '../../src/routine/version.model.ts';

const fifth = parseRoutine(readFileSync(new URL('fifth-municipality.yaml', import.meta.url), 'utf8'), 'fifth-municipality.yaml');
const printed: readonly (readonly [string, Routine])[] = [...loadRoutines(), [fifth.key, fifth]];

function withoutTags(html: string): string {
  return html.replaceAll(/<[^>]+>/gu, '\n');
}

describe.each(printed)('the page of %s', (_key, routine) => {
  const html = htmlOf(documentOf(routine));
  const markdown = markdownOf(documentOf(routine));

  it('has every row of every table, with its reason in both languages', () => {
    for (const { entry } of routine.versions) {
      for (const table of [entry.ongoing, entry.newMatter, entry.coordinator]) {
        for (const { row, because } of table?.rows ?? []) {
          expect(html).toContain(`<th scope="row"><p><strong>${escapeHtml(row)}</strong></p>`);
          // The words up to the first place that is filled.
          for (const words of [because.sv, because.en]) expect(html).toContain(escapeHtml(words.split(/ ?\(?\{/u)[0] ?? ''));
        }
      }
    }
  });

  it('quotes every sentence with its id, heading, force and English, once where it stands and beside each row', () => {
    for (const { entry, from } of routine.versions) {
      for (const [id, rule] of Object.entries(entry.rules)) {
        expect(html).toContain(`id="v${from}-${id}"`);
        for (const words of [rule.source.text, rule.source.reads ?? '', rule.source.section, rule.en]) expect(html).toContain(escapeHtml(words));
        expect(markdown).toContain(id);
      }
    }
  });

  it('gives a sentence beside its row in correct Swedish, and then as it stands in the document', () => {
    for (const { entry } of routine.versions) {
      const rowIds = new Set([entry.ongoing, entry.newMatter, entry.coordinator].flatMap((table) => table?.rows ?? []).flatMap(({ ids }) => ids));
      for (const id of rowIds) {
        const source = entry.rules[id]?.source;
        if (source === undefined) throw new Error(`row without a rule: ${id}`);
        expect(html).toContain(`<blockquote>”${escapeHtml(source.reads ?? source.text)}”</blockquote>`);
        if (source.reads !== undefined) expect(html).toContain(`Står i dokumentet: ”${escapeHtml(source.text)}”`);
      }
    }
  });

  it('says of each sentence what it is used for, or why it is text only', () => {
    for (const { entry } of routine.versions) {
      for (const [id, rule] of Object.entries(entry.rules)) {
        const [first] = usageLines(id, rule, entry);
        const rows = (entry.ongoing?.rows ?? []).filter(({ ids }) => ids.includes(id)).map(({ row }) => row);
        if (rows[0] !== undefined) expect(first?.sv).toContain(`Pågående ansvar: rad ${rows[0]}`);
        if (rule.textOnly !== undefined) expect(html).toContain(escapeHtml(`Bara text: ${rule.textOnly.sv}`));
        expect(html).toContain(escapeHtml(first?.sv ?? 'missing'));
      }
    }
  });

  it('has only links that lead somewhere, and ids that are used once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('asks for nothing but its style sheet, and has no script and no style of its own', () => {
    const asked = [...html.matchAll(/(?:href|src)="([^"#][^"]*)"/gu)].map(([, address]) => address);
    expect(asked.sort()).toEqual(['data:,', 'routine.css']);
    expect(html).not.toMatch(/<script|<style| style="| on\w+="|https?:/u);
    expect(routineStyle).not.toMatch(/@import|url\(|https?:/u);
  });

  it('tells its languages, names its tables and their headers', () => {
    expect(html).toContain('<html lang="sv">');
    const tables = html.match(/<table>/gu)?.length ?? 0;
    expect(html.match(/<caption>[^<]+/gu)).toHaveLength(tables);
    expect(html.match(/<thead><tr><th scope="col">/gu)).toHaveLength(tables);
    expect(html.match(/<h1/gu)).toHaveLength(1);
  });

  it('leaves no name of the vocabulary untold and no place unfilled', () => {
    const text = withoutTags(html);
    expect(text).not.toMatch(/\{|undefined|\[object|\b(?:RECEIVED_BY|OPEN_CASE_UNIT|LVU_CARE|FAMILY_HOME_PLACEMENT|COOPERATION_MEETING|OPERATIONS_MANAGER)\b/u);
    expect(markdown).not.toMatch(/\{|undefined|\[object/u);
  });

  it('keeps every Markdown table whole: each line has as many cells as its head', () => {
    const widths = markdown.split('\n\n').map((block) => block.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split(/(?<!\\)\|/u).length));
    for (const table of widths) expect(new Set(table).size).toBeLessThanOrEqual(1);
    expect(widths.flat().length).toBeGreaterThan(10);
  });
});

describe('a sentence with signs of the page\'s own language', () => {
  const text = readFileSync(new URL('fifth-municipality.yaml', import.meta.url), 'utf8').replace('text: Frågan lyfts stegvis', 'text: "Frågan | <i>lyfts</i> & *steg*"');
  const document = documentOf(parseRoutine(text, 'signs.yaml'));

  it('is words, not markup', () => {
    expect(htmlOf(document)).toContain('Frågan | &lt;i&gt;lyfts&lt;/i&gt; &amp; *steg*');
    expect(htmlOf(document)).not.toContain('<i>');
    expect(markdownOf(document)).toContain(String.raw`Frågan \| \<i\>lyfts\</i\> & \*steg\*`);
  });
});

describe('a printed condition', () => {
  const naming = { units: fifth.versions[0]?.entry.units ?? {} };
  const swedish = (condition: Parameters<typeof conditionLines>[0]): readonly string[] => conditionLines(condition, naming).map(({ sv }) => sv);

  it('reads as a lawyer would write it', () => {
    expect(swedish({ fromAge: 18, beforeAge: 23, facts: [{ kind: 'INSTITUTION_PLACEMENT', begunBeforeAge: 18 }] })).toEqual([
      'har fyllt 18 men inte 23 år',
      'placering på institution (HVB och liknande) som pågår sedan före 18-årsdagen',
    ]);
    expect(swedish({ noFacts: [{ kind: 'OPEN_CASE', where: { unit: ['FAMILY'] }, ever: true }] })).toEqual(['inte: öppet ärende vid familjeenheten nu eller tidigare']);
    expect(swedish({ not: { anyOf: [{ beforeAge: 18 }, { continuedNeed: ['NO', 'UNKNOWN'] }] } })).toEqual([
      'inte: något av följande: har inte fyllt 18 år eller fortsatt behov: nej eller inte bedömt',
    ]);
    expect(swedish({ facts: [{ kind: 'FAMILY_HOME_PLACEMENT', where: { placedByFosterCareService: true }, ended: { fromAge: 19, beforeAge: 21, withinYears: 2 } }] })).toEqual([
      'familjehemsplacering genom familjevården som upphört mellan 19- och 21-årsdagen inom 2 år',
    ]);
  });
});
