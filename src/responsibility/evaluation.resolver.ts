/** The what-if: the routine's answer to a question that names nobody. The same reading and verdict as on the command line. */
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { answered, resultOf } from '../api/result.type.ts';
import { invalid } from '../kernel/faults.ts';
import type { ApiContext } from '../request/api-context.ts';
import { decide } from './decide.rules.ts';
import { QuestionInput } from './evaluation.input.ts';
import { parseQuestion } from './question.parse.ts';
import { Responsibility } from './responsibility.type.ts';

const EvaluationResult = resultOf('EvaluationResult', () => Responsibility);

@Resolver()
export class EvaluationResolver {
  @Query(() => EvaluationResult, { description: 'Vem som skulle ansvara, utan lagrad person. / Who would be responsible, without a stored person.' })
  async evaluateResponsibility(@Arg('question', () => QuestionInput) input: QuestionInput, @Ctx() { scope, routines }: ApiContext): Promise<typeof EvaluationResult> {
    return answered(async () => {
      await scope.require('routine.read');
      const question = parseQuestion(input, routines);
      if ('error' in question) {
        const { code, path, message } = question.error;
        const [sv = message, en = message] = message.split(' / ');
        throw invalid(code, `question.${path}`, { sv, en });
      }
      return Object.assign(new Responsibility(), decide(question, routines));
    });
  }
}
