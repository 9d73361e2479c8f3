/** Whether every sentence of a routine's documents stands in the file once, and is used or says why not. */
import type { RoutineFileFault } from '../routine.check.ts';
import type { VersionEntry } from '../routine.model.ts';
import type { Routine, RoutineLibrary } from '../version.model.ts';

/** Every rule that the parts of a version cite, sentences themselves aside. */
export function citedIn(version: VersionEntry): ReadonlySet<string> {
  const cited = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, nested] of Object.entries(value)) {
      if (key === 'ids' && Array.isArray(nested)) nested.forEach((id) => cited.add(String(id)));
      else if (key !== 'rules') walk(nested);
    }
  };
  walk(version);
  return cited;
}

/** `R0-01..R0-03` → R0-01, R0-02, R0-03; empty where the ends do not belong together. */
export function idsBetween(range: string): readonly string[] {
  const [, prefix, first, otherPrefix, last] = /^(.+-)(\d+)\.\.(.+-)(\d+)$/u.exec(range) ?? [];
  if (prefix === undefined || first === undefined || prefix !== otherPrefix) return [];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => `${prefix}${String(Number(first) + index).padStart(first.length, '0')}`);
}

function documentFaults({ documents }: Routine, version: VersionEntry, path: RoutineFileFault['path']): RoutineFileFault[] {
  const expected = new Set<string>();
  const faults: RoutineFileFault[] = [];
  for (const [key, { rules: range }] of Object.entries(documents)) {
    const ids = idsBetween(range ?? '');
    if (ids.length === 0) {
      faults.push({ path: ['documents', key], message: `document ${key} does not say which sentences it has`, example: 'rules: R0-01..R0-63' });
    }
    for (const id of ids) {
      expected.add(id);
      if (version.rules[id]?.source.document === key) continue;
      faults.push({ path: [...path, 'rules'], message: `sentence ${id} of document ${key} is missing`, example: `${id}: { force, source: { document: "${key}", section, text }, en }` });
    }
  }
  const extra = Object.keys(version.rules).filter((id) => !expected.has(id));
  return [
    ...faults,
    ...extra.map((id) => ({ path: [...path, 'rules', id], message: `sentence ${id} is not among those its document says it has`, example: 'rules: R0-01..R0-63' })),
  ];
}

function useFaults(version: VersionEntry, path: RoutineFileFault['path']): RoutineFileFault[] {
  const cited = citedIn(version);
  return Object.entries(version.rules).flatMap(([id, { usedBy, textOnly }]) => {
    const at = [...path, 'rules', id];
    const isUsed = cited.has(id) || usedBy !== undefined;
    if (!isUsed && textOnly === undefined) {
      return [{ path: at, message: `sentence ${id} is used by nothing, and does not say why`, example: 'usedBy: [INTAKE], or textOnly: { sv: En definition., en: A definition. }' }];
    }
    if (isUsed && textOnly !== undefined) {
      return [{ path: [...at, 'textOnly'], message: `sentence ${id} is said to be text only, and is used`, example: 'no textOnly' }];
    }
    return [];
  });
}

/** What is wrong with the sentences of a routine: missing, not in its documents, or used by nothing without a reason. */
export function citationFaults(routine: Routine): readonly RoutineFileFault[] {
  return routine.versions.flatMap(({ entry }, index) => {
    const path = ['versions', index];
    return [...documentFaults(routine, entry, path), ...useFaults(entry, path)];
  });
}

/** Ids that stand in more than one routine, with the routines. */
export function sharedIds(library: RoutineLibrary): readonly string[] {
  const owners = new Map<string, string[]>();
  for (const { key, rules } of library.values()) for (const id of rules.keys()) owners.set(id, [...(owners.get(id) ?? []), key]);
  return [...owners].filter(([, keys]) => keys.length > 1).map(([id, keys]) => `${id} is a sentence of ${keys.join(' and ')}`);
}
