/** What the log may say of an unexpected error: where it happened, never what it was about. */

export interface Defect {
  readonly name: string;
  readonly code: string | undefined;
  /** Places in the program, innermost first. */
  readonly at: readonly string[];
}

/** The error's kind and places. Its message stays unread: a driver's messages carry statements with their values. */
export function describeDefect(error: unknown): Defect {
  if (typeof error !== 'object' || error === null) return { name: typeof error, code: undefined, at: [] };
  const name = 'name' in error && typeof error.name === 'string' ? error.name : 'Error';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const stack = 'stack' in error && typeof error.stack === 'string' ? error.stack : '';
  const at = stack.split('\n').flatMap((line) => /^\s+at (.*)$/u.exec(line)?.[1] ?? []).slice(0, 12);
  return { name, code, at };
}
