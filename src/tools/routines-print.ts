/** `npm run routines:print`: every routine as decision tables, HTML and Markdown, into `--out DIR` (dist/routines). */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { ConfigurationFault } from '../kernel/configuration-fault.ts';
import { findProjectRoot } from '../kernel/project-root.ts';
import { htmlOf, styleSheet } from '../routine/print/html.rules.ts';
import { markdownOf } from '../routine/print/markdown.rules.ts';
import { documentOf } from '../routine/print/routine-document.rules.ts';
import { routineStyle } from '../routine/print/style.model.ts';
import { loadRoutines, RoutineFileError, routineFolder } from '../routine/routine.loader.ts';
import { runCommand } from './command.ts';

await runCommand('routines:print', async (args) => {
  const command = new Command('routines:print')
    .description('Writes every routine as decision tables, HTML and Markdown.')
    .option('--out <dir>', 'folder to write into', join(findProjectRoot(), 'dist', 'routines'))
    .option('--from <dir>', 'folder of routine files', routineFolder())
    .exitOverride();
  try {
    const { out, from } = command.parse([...args], { from: 'user' }).opts<{ readonly out: string; readonly from: string }>();
    const folder = resolve(out);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, styleSheet), routineStyle);
    for (const routine of loadRoutines(from).values()) {
      const document = documentOf(routine);
      await writeFile(join(folder, `${routine.key}.html`), htmlOf(document));
      await writeFile(join(folder, `${routine.key}.md`), markdownOf(document));
      console.log(relative(process.cwd(), join(folder, `${routine.key}.html`)));
    }
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (error instanceof RoutineFileError) throw new ConfigurationFault(error.message, { cause: error });
    throw error;
  }
});
