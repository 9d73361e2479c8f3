/** `npm run --silent evaluate -- FILE`: answers responsibility questions without a database (contract section 3). */
import { readFileSync } from 'node:fs';
import { evaluateAll, isRefused } from '../responsibility/evaluate.ts';

/** 0: every question answered. 1: some got an error. 2: the input is no JSON array, or the file cannot be read. */
function main(file: string | undefined): number {
  if (file === undefined) {
    process.stderr.write('usage: npm run --silent evaluate -- FILE (or - for standard input)\n');
    return 2;
  }
  let questions: unknown;
  try {
    questions = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    process.stderr.write(`evaluate: the input is not JSON: ${error instanceof Error ? error.message : 'unreadable'}\n`);
    return 2;
  }
  if (!Array.isArray(questions)) {
    process.stderr.write('evaluate: the input is not a JSON array of questions\n');
    return 2;
  }
  const answers = evaluateAll(questions);
  process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
  return answers.some(isRefused) ? 1 : 0;
}

process.exitCode = main(process.argv[2]);
