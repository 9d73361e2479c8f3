/**
 * Reads routine files: YAML, shape, sense, then compiled once, and proven. A file with a fault is refused with line and
 * example. The proof takes a second for a large routine, so texts that are known to be proven are not proven again.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { AskedQuestion } from './proof/finding.model.ts';
import { findingsOf } from './proof/proof.rules.ts';
import { faultsOf } from './routine.check.ts';
import type { RoutineFileFault } from './routine.check.ts';
import type { RoutineFile } from './routine.model.ts';
import type { Routine, RoutineLibrary } from './version.model.ts';
import { compileRoutine } from './version.rules.ts';

/** One thing wrong with a routine file. */
export interface LocatedFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly example: string;
  /** A question that shows it, as `evaluate` reads it. */
  readonly question?: AskedQuestion;
}

/** One fault in one line. */
export function faultLine({ file, line, message, example, question }: LocatedFault): string {
  const shown = question === undefined ? '' : `; shown by: [${JSON.stringify(question)}]`;
  return `${file}:${String(line)}: ${message} (example: ${example}${shown})`;
}

/** Thrown when a routine file may not be used; lists everything that is wrong with it. */
export class RoutineFileError extends Error {
  readonly faults: readonly LocatedFault[];

  constructor(faults: readonly LocatedFault[]) {
    super(faults.map(faultLine).join('\n'));
    this.name = 'RoutineFileError';
    this.faults = faults;
  }
}

/** The folder with package.json above this file, be it source or built. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

let validator: ValidateFunction<RoutineFile> | undefined;

function validate(value: unknown): value is RoutineFile {
  if (validator === undefined) {
    const schema: unknown = JSON.parse(readFileSync(join(projectFolder(), 'schema/routine.schema.json'), 'utf8'));
    const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true, validateFormats: false });
    validator = ajv.compile<RoutineFile>(schema as object);
  }
  return validator(value);
}

function pathOf(instancePath: string): (string | number)[] {
  const keys = instancePath.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
}

function exampleIn(error: ErrorObject): string {
  const schema: unknown = error.parentSchema;
  if (typeof schema === 'object' && schema !== null && 'examples' in schema && Array.isArray(schema.examples)) {
    return JSON.stringify(schema.examples[0]);
  }
  if (error.keyword === 'enum') return `one of: ${(error.params['allowedValues'] as readonly string[]).join(', ')}`;
  if (error.keyword === 'additionalProperties' && typeof schema === 'object' && schema !== null && 'properties' in schema) {
    return `one of: ${Object.keys(schema.properties ?? {}).join(', ')}`;
  }
  return 'schema/routine.schema.json';
}

function shapeFault(error: ErrorObject): RoutineFileFault {
  const extra: unknown = error.params['additionalProperty'];
  const missing: unknown = error.params['missingProperty'];
  const path = pathOf(error.instancePath);
  const where = path.length === 0 ? 'the file' : path.slice(-3).join('.');
  if (missing === 'source') return { path, message: `missing citation: ${where} has no source`, example: exampleIn(error) };
  const named = typeof extra === 'string' ? ` "${extra}"` : '';
  return {
    path: typeof extra === 'string' ? [...path, extra] : path,
    message: `${where} ${error.message ?? 'is malformed'}${named}`,
    example: exampleIn(error),
  };
}

function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** A routine with its file: where each part of it stands. */
export interface RoutineSource {
  readonly routine: Routine;
  readonly locate: (fault: RoutineFileFault & { readonly question?: AskedQuestion }) => LocatedFault;
}

/** Parses and compiles one routine file, unproven. @throws RoutineFileError with everything that is wrong. */
export function readRoutine(text: string, file: string): RoutineSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new RoutineFileError(
      document.errors.map((error) => {
        const isTwice = error.code === 'DUPLICATE_KEY';
        const message = isTwice ? 'an id or key is used twice' : (error.message.split('\n')[0] ?? error.code);
        const example = isTwice ? 'each rule id once' : 'YAML 1.2';
        return { file, line: lines.linePos(error.pos[0]).line, message, example };
      }),
    );
  }
  const value: unknown = document.toJS();
  const locate: RoutineSource['locate'] = ({ path, ...rest }) => ({ file, line: lineOf(document, lines, path), ...rest });
  if (!validate(value)) throw new RoutineFileError((validator?.errors ?? []).map(shapeFault).map(locate));
  const faults = faultsOf(value);
  if (faults.length > 0) throw new RoutineFileError(faults.map(locate));
  return { routine: compileRoutine(value), locate };
}

/** Where the digests of proven texts stand, by file. */
export function sealFile(): string {
  return join(routineFolder(), 'proven.json');
}

/** What a proven text is known by. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

let proven: ReadonlySet<string> | undefined;

function isProven(text: string): boolean {
  if (proven === undefined) {
    const digests: unknown = existsSync(sealFile()) ? JSON.parse(readFileSync(sealFile(), 'utf8')) : {};
    proven = new Set(Object.values(digests as object).map(String));
  }
  return proven.has(digestOf(text));
}

/** Parses, compiles and proves one routine file. @throws RoutineFileError with everything that is wrong. */
export function parseRoutine(text: string, file: string): Routine {
  const { routine, locate } = readRoutine(text, file);
  const findings = isProven(text) ? [] : findingsOf(routine);
  if (findings.length > 0) throw new RoutineFileError(findings.map(locate));
  return routine;
}

/** Folder of the routines that come with the program. */
export function routineFolder(): string {
  return join(projectFolder(), 'src/routine/data');
}

/** Reads every routine of a folder, compiled. @throws RoutineFileError where a file may not be used. */
export function loadRoutines(folder = routineFolder()): RoutineLibrary {
  const library = new Map<string, Routine>();
  for (const file of readdirSync(folder).filter((name) => /\.ya?ml$/u.test(name)).sort()) {
    const routine = parseRoutine(readFileSync(join(folder, file), 'utf8'), file);
    if (library.has(routine.key)) {
      throw new RoutineFileError([{ file, line: 1, message: `routine ${routine.key} is in two files`, example: 'one file per routine' }]);
    }
    library.set(routine.key, routine);
  }
  return library;
}
