/**
 * The routines of a running service: a library whose routines are replaced when their files change, and kept as they
 * were where a file may not be used. The last good text of each file is also kept in a folder, for the next start.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, watch, writeFileSync, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../kernel/error-code.ts';
import { faultLine, parseRoutine, routineFolder, RoutineFileError } from './routine.loader.ts';
import type { Routine, RoutineLibrary } from './version.model.ts';

/** A file that may not be used, while its last good version answers. */
export interface RoutineWarning {
  /** Key of the routine that answers as it was; null for a file that never could be used. */
  readonly routine: string | null;
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface ShelfSettings {
  /** Folder of routine files. */
  readonly folder?: string;
  /** Folder for the last good text of each file; it is made where it is missing. */
  readonly kept: string;
  /** Told in a line for operators: what was replaced, what could not be. */
  readonly log: { info(message: string): void; warn(message: string): void };
}

interface Shelved {
  readonly text: string;
  readonly routine: Routine;
}

/** Milliseconds for an editor to finish writing. */
const settling = 200;

/** @throws RoutineFileError when a file may not be used and no last good text of it is kept */
export class RoutineShelf implements RoutineLibrary {
  readonly #folder: string;
  readonly #settings: ShelfSettings;
  #files: ReadonlyMap<string, Shelved> = new Map();
  #routines: RoutineLibrary = new Map();
  #warnings: readonly RoutineWarning[] = [];
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: ShelfSettings) {
    this.#settings = settings;
    this.#folder = settings.folder ?? routineFolder();
    this.#read((file) => this.#keptBefore(file));
  }

  /** What is wrong with the files on disk; empty where every routine stands as its file says. */
  get warnings(): readonly RoutineWarning[] {
    return this.#warnings;
  }

  /** Reads the files again. Whatever may not be used stays as it was. */
  reload(): void {
    this.#read();
  }

  /** Reads again whenever a file of the folder changes, until {@link close}. */
  watch(): void {
    this.#watcher = watch(this.#folder, () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.reload();
      }, settling);
    });
    this.#watcher.on('error', () => {
      this.#settings.log.warn(`the folder ${this.#folder} is no longer watched for changes of routines`);
    });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watcher?.close();
  }

  /** `before` finds the last good version of a file that this process has not read yet. */
  #read(before?: (file: string) => Shelved | undefined): void {
    const files = new Map<string, Shelved>();
    const warnings: RoutineWarning[] = [];
    const present = readdirSync(this.#folder).filter((name) => /\.ya?ml$/u.test(name));
    for (const file of [...new Set([...present, ...this.#files.keys()])].sort()) {
      const last = this.#files.get(file) ?? before?.(file);
      const read = this.#readOne(file, last, [...files.values()]);
      if ('text' in read) files.set(file, read);
      else {
        if (last === undefined && before !== undefined) throw read;
        if (last !== undefined) files.set(file, last);
        warnings.push(warningOf(read, file, last));
      }
    }
    this.#tell(files, warnings);
    this.#files = files;
    this.#routines = new Map([...files.values()].map(({ routine }) => [routine.key, routine]));
    this.#warnings = warnings;
  }

  #readOne(file: string, last: Shelved | undefined, others: readonly Shelved[]): Shelved | RoutineFileError {
    try {
      const text = readFileSync(join(this.#folder, file), 'utf8');
      if (text === last?.text) return last;
      const routine = parseRoutine(text, file);
      if (others.some((other) => other.routine.key === routine.key)) {
        return fault(file, `routine ${routine.key} is in two files`, 'one file per routine');
      }
      this.#keep(file, text);
      return { text, routine };
    } catch (error) {
      if (error instanceof RoutineFileError) return error;
      if (hasCode(error, 'ENOENT') || hasCode(error, 'EACCES')) return fault(file, 'the file cannot be read', 'a file that the service may read');
      throw error;
    }
  }

  #tell(files: ReadonlyMap<string, Shelved>, warnings: readonly RoutineWarning[]): void {
    const { log } = this.#settings;
    for (const [file, { text, routine }] of files) {
      const earlier = this.#files.get(file);
      if (earlier !== undefined && earlier.text !== text) log.info(`routine ${routine.key} has been read again from ${file}`);
    }
    const told = new Set(this.#warnings.map((warning) => JSON.stringify(warning)));
    for (const warning of warnings) {
      if (told.has(JSON.stringify(warning))) continue;
      const stays = warning.routine === null ? 'it is left out' : `routine ${warning.routine} stays as it last was`;
      log.warn(`${warning.file}:${String(warning.line)}: ${warning.reason}; ${stays}`);
    }
  }

  #keep(file: string, text: string): void {
    const { kept, log } = this.#settings;
    try {
      mkdirSync(kept, { recursive: true, mode: 0o700 });
      writeFileSync(join(kept, `${file}.new`), text);
      renameSync(join(kept, `${file}.new`), join(kept, file));
    } catch {
      log.warn(`the last good version of ${file} could not be kept in ${kept}`);
    }
  }

  #keptBefore(file: string): Shelved | undefined {
    try {
      const text = readFileSync(join(this.#settings.kept, file), 'utf8');
      return { text, routine: parseRoutine(text, file) };
    } catch {
      return undefined;
    }
  }

  get size(): number {
    return this.#routines.size;
  }

  get(key: string): Routine | undefined {
    return this.#routines.get(key);
  }

  has(key: string): boolean {
    return this.#routines.has(key);
  }

  keys(): MapIterator<string> {
    return this.#routines.keys();
  }

  values(): MapIterator<Routine> {
    return this.#routines.values();
  }

  entries(): MapIterator<[string, Routine]> {
    return this.#routines.entries();
  }

  [Symbol.iterator](): MapIterator<[string, Routine]> {
    return this.#routines[Symbol.iterator]();
  }

  forEach(visit: (routine: Routine, key: string, library: RoutineLibrary) => void): void {
    for (const [key, routine] of this.#routines) visit(routine, key, this);
  }
}

function fault(file: string, message: string, example: string): RoutineFileError {
  return new RoutineFileError([{ file, line: 1, message, example }]);
}

function warningOf({ faults }: RoutineFileError, file: string, last: Shelved | undefined): RoutineWarning {
  const [first, ...more] = faults;
  const reason = `${first?.message ?? 'the file may not be used'}${more.length === 0 ? '' : ` (and ${String(more.length)} more)`}`;
  return { routine: last?.routine.key ?? null, file, line: first?.line ?? 1, reason };
}

/** The refusal to start, in one line: the first fault, and how many more there are. */
export function refusalOf({ faults }: RoutineFileError): string {
  const [first, ...more] = faults;
  const line = first === undefined ? 'a routine file may not be used' : faultLine(first);
  return `${line}${more.length === 0 ? '' : ` (and ${String(more.length)} more)`}; no last good version of it is kept`;
}
