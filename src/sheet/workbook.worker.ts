/** The thread's side of workbook-thread.ts: takes contents, gives back files. */
import { parentPort, type MessagePort } from 'node:worker_threads';
import { writeWorkbook } from './workbook.ts';
import type { WorkbookContent } from './workbook.model.ts';

/** What goes into the thread. */
export interface Order {
  readonly number: number;
  readonly content: WorkbookContent;
}

/** What comes out of it: the file, or the place where it went wrong, without what it was about. */
export type Delivery =
  | { readonly number: number; readonly file: Uint8Array<ArrayBuffer> }
  | { readonly number: number; readonly failed: string };

async function carryOut({ number, content }: Order): Promise<Delivery> {
  try {
    return { number, file: new Uint8Array(await writeWorkbook(content)) };
  } catch (error) {
    return { number, failed: error instanceof Error ? (error.stack ?? '').replace(error.message, '') : '' };
  }
}

function serve(port: MessagePort): void {
  port.on('message', (order: Order) => {
    void carryOut(order).then((delivery) => {
      port.postMessage(delivery, 'file' in delivery ? [delivery.file.buffer] : []);
    });
  });
}

if (parentPort !== null) serve(parentPort);
