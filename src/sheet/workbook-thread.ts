/**
 * Workbooks are written in a thread of their own: laying out thousands of cells would keep every other caller waiting.
 * One thread for the process, started with the first workbook; it keeps no process alive.
 */
import { Worker } from 'node:worker_threads';
import type { Delivery, Order } from './workbook.worker.ts';
import type { WorkbookContent } from './workbook.model.ts';

interface Waiting {
  resolve(file: Uint8Array): void;
  reject(error: Error): void;
}

/** Beyond this the thread ends and the export fails; the service goes on. In megabytes. */
const mostMemory = 512;

class WorkbookThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(ended: () => void) {
    // Beside this file, source or built.
    const program = new URL(`./workbook.worker${import.meta.url.slice(-3)}`, import.meta.url);
    this.#worker = new Worker(program, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: mostMemory } });
    this.#worker.unref();
    this.#worker.on('message', (delivery: Delivery) => {
      this.#deliver(delivery);
    });
    const end = (error: unknown): void => {
      ended();
      for (const number of this.#waiting.keys()) this.#settle(number)?.reject(new Error('the thread that writes workbooks ended', { cause: error }));
    };
    this.#worker.once('error', end);
    this.#worker.once('exit', end);
  }

  async write(content: WorkbookContent): Promise<Uint8Array> {
    const order: Order = { number: (this.#last += 1), content };
    return new Promise((resolve, reject) => {
      this.#worker.postMessage(order);
      this.#waiting.set(order.number, { resolve, reject });
      this.#worker.ref();
    });
  }

  #deliver(delivery: Delivery): void {
    const waiting = this.#settle(delivery.number);
    if ('file' in delivery) waiting?.resolve(delivery.file);
    else waiting?.reject(Object.assign(new Error('a workbook could not be written'), { stack: delivery.failed }));
  }

  #settle(number: number): Waiting | undefined {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (this.#waiting.size === 0) this.#worker.unref();
    return waiting;
  }
}

let thread: WorkbookThread | undefined;

/** Writes a workbook without holding up the main thread. */
export async function writeWorkbookApart(content: WorkbookContent): Promise<Uint8Array> {
  thread ??= new WorkbookThread(() => (thread = undefined));
  return thread.write(content);
}
