/** Mutations on cases: open, close, assign. Thin: ids in, use case, the case as it stands after. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, Mutation, ObjectType, Resolver } from 'type-graphql';
import { caseSelection } from '../caseload/caseload.selection.ts';
import { showCase } from '../caseload/show.read.ts';
import { Case } from '../caseload/case.type.ts';
import { Classified } from '../api/field-class.ts';
import { idOf } from '../api/global-id.ts';
import { once } from '../api/mutation.input.ts';
import { answered, resultOf } from '../api/result.type.ts';
import { selectedBy } from '../api/selection.ts';
import type { ApiContext } from '../request/api-context.ts';
import { assignCaseworker } from './assign-caseworker.usecase.ts';
import { AssignCaseworkerInput, CloseCaseInput, OpenCaseInput } from './case.input.ts';
import { closeCase } from './close-case.usecase.ts';
import { openCase } from './open-case.usecase.ts';

@Classified('MATTER')
@ObjectType({ description: 'Ärendet efter ändringen. / The case after the change.' })
export class CaseChanged {
  @Field(() => Case, { description: 'Ärendet. / The case.' })
  case!: Case;
}

const CaseResult = resultOf('CaseResult', () => CaseChanged);

@Resolver()
export class CaseResolver {
  @Mutation(() => CaseResult, { description: 'Öppnar ett ärende vid din enhet. / Opens a case at your unit.' })
  async openCase(@Arg('input', () => OpenCaseInput) input: OpenCaseInput, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Promise<typeof CaseResult> {
    return answered(async () => {
      const id = await openCase(context.scope, once('openCase', input), {
        ...input,
        personId: idOf('Person', input.personId, 'input.personId'),
        unitId: idOf('Unit', input.unitId, 'input.unitId'),
      });
      return changed(context, info, id);
    });
  }

  @Mutation(() => CaseResult, { description: 'Avslutar ett ärende. / Closes a case.' })
  async closeCase(@Arg('input', () => CloseCaseInput) input: CloseCaseInput, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Promise<typeof CaseResult> {
    return answered(async () => {
      const id = await closeCase(context.scope, once('closeCase', input), {
        ...input,
        caseId: idOf('Case', input.caseId, 'input.caseId'),
      });
      return changed(context, info, id);
    });
  }

  @Mutation(() => CaseResult, { description: 'Utser ansvarig handläggare (R0-44, R3-30). / Assigns the responsible caseworker.' })
  async assignCaseworker(@Arg('input', () => AssignCaseworkerInput) input: AssignCaseworkerInput, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Promise<typeof CaseResult> {
    return answered(async () => {
      const id = await assignCaseworker(context.scope, once('assignCaseworker', input), {
        ...input,
        caseId: idOf('Case', input.caseId, 'input.caseId'),
        staffId: idOf('Staff', input.staffId, 'input.staffId'),
      });
      return changed(context, info, id);
    });
  }
}

async function changed(context: ApiContext, info: GraphQLResolveInfo, id: string): Promise<CaseChanged> {
  const fields = selectedBy(info).under('case');
  const shown = await showCase(context.scope, id, fields === undefined ? {} : caseSelection(fields));
  return Object.assign(new CaseChanged(), { case: shown });
}
