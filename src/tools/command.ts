/** What every command does: take its arguments, and say in one line what is wrong. */
import { ConfigurationFault } from '../kernel/configuration-fault.ts';

/**
 * Runs a command and ends the process: with the status that `work` answers, 1 after a fault.
 * Only faults meant for the operator are printed: other messages may speak of persons.
 */
export async function runCommand(name: string, work: (args: readonly string[]) => Promise<number>): Promise<never> {
  // A reader such as `head` may leave before the end: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  try {
    process.exit(await work(process.argv.slice(2)));
  } catch (error) {
    if (error instanceof ConfigurationFault) console.error(`${name}: ${error.message}`);
    else console.error(`${name}: stopped by a defect (${error instanceof Error ? error.name : typeof error})`);
    process.exit(1);
  }
}
