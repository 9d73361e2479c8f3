/**
 * True when `error` carries this `code` (`ENOENT`, `42501`, …). Asked by shape, since errors of the system come from
 * outside the sandbox that tests run in and are no instance of its Error.
 */
export function hasCode(error: unknown, code: string | number): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
