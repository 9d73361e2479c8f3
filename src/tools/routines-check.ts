/**
 * `npm run routines:check`: proves every routine. Options: `--routines FOLDER` and `--scenarios FOLDER` instead of the
 * project's own; `--sources FOLDER` also looks each quotation up in the routines' texts; `--seal` writes down which
 * texts are proven, so that they are not proven again when they are loaded.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findProjectRoot } from '../kernel/project-root.ts';
import { routineFolder, sealFile } from '../routine/routine.loader.ts';
import { checkRoutines } from './check-routines.ts';
import { runCommand } from './command.ts';

await runCommand('routines:check', (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: { routines: { type: 'string' }, scenarios: { type: 'string' }, sources: { type: 'string' }, seal: { type: 'boolean' } },
  });
  const { routines = routineFolder(), scenarios = join(findProjectRoot(), 'test/routines'), sources, seal = false } = values;
  const { figures, faults, digests } = checkRoutines({ routines, scenarios, ...(sources === undefined ? {} : { sources }) });
  for (const line of figures) console.log(line);
  for (const line of faults) console.error(line);
  if (faults.length === 0 && seal) writeFileSync(sealFile(), `${JSON.stringify(digests, null, 2)}\n`);
  return Promise.resolve(faults.length === 0 ? 0 : 1);
});
