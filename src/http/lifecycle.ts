/** Whether the process takes requests: it is told apart from whether it lives. */
export class Lifecycle {
  #phase: 'STARTING' | 'SERVING' | 'DRAINING' = 'STARTING';

  get serving(): boolean {
    return this.#phase === 'SERVING';
  }

  get draining(): boolean {
    return this.#phase === 'DRAINING';
  }

  serve(): void {
    this.#phase = 'SERVING';
  }

  drain(): void {
    this.#phase = 'DRAINING';
  }
}
