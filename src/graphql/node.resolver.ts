/** Anything by its id: the ids of one operation are read together, a statement per type. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Kysely } from 'kysely';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { globalId, parseGlobalId, type NodeType } from '../api/global-id.ts';
import { Node } from '../api/node.type.ts';
import { selectedBy, type Selected } from '../api/selection.ts';
import { readCases, readPersons } from '../caseload/caseload.read.ts';
import { caseSelection, personSelection } from '../caseload/caseload.selection.ts';
import { shownAgreement, shownCase, shownCoHandling, shownConsent, shownFact, shownPerson, shownRelation } from '../caseload/caseload.view.ts';
import { readConsents, readFacts, readRelations, type AboutPerson } from '../caseload/part.read.ts';
import { readAgreements, readCoHandlings } from '../caseload/participation.read.ts';
import { noteCase, notePart, notePerson } from '../caseload/show.read.ts';
import { readOrganisations, readStaff, readUnits } from '../organisation/organisation.read.ts';
import { shownOrganisation } from '../organisation/organisation.resolver.ts';
import { shownStaff, shownUnit } from '../organisation/unit.type.ts';
import type { ApiContext } from '../request/api-context.ts';
import { perRequest } from '../request/per-request.ts';
import type { RequestScope } from '../request/request-scope.ts';

type Read = (scope: RequestScope, ids: readonly string[], fields: Selected) => Promise<readonly Node[]>;

function parts<T extends object>(
  read: (db: Kysely<unknown>, ids: readonly string[], fields: Selected) => Promise<readonly AboutPerson<T>[]>,
  shown: (record: T, scope: RequestScope) => Node,
): Read {
  return async (scope, ids, fields) => {
    const found = await scope.read((db) => read(db, ids, fields));
    return found.map((part) => {
      notePart(scope, part);
      return shown(part.record, scope);
    });
  };
}

const reads: Readonly<Record<NodeType, Read>> = {
  Organisation: async (scope, ids) =>
    (await scope.read(readOrganisations)).filter(({ id }) => ids.includes(id)).map(shownOrganisation),
  Unit: async (scope, ids) => (await scope.read((db) => readUnits(db, ids))).map(shownUnit),
  Staff: async (scope, ids) => (await scope.read((db) => readStaff(db, ids))).map(shownStaff),
  Person: async (scope, ids, fields) => {
    const records = await scope.read((db) => readPersons(db, ids, personSelection(fields)));
    return records.map((record) => {
      notePerson(scope, record);
      return shownPerson(record, scope.today);
    });
  },
  Case: async (scope, ids, fields) => {
    const records = await scope.read((db) => readCases(db, ids, caseSelection(fields)));
    return records.map((record) => {
      noteCase(scope, record);
      return shownCase(record, scope.today);
    });
  },
  CoHandling: parts(
    (db, ids, fields) => {
      const file = fields.under('case');
      return readCoHandlings(db, ids, file === undefined ? undefined : caseSelection(file));
    },
    (record, { today }) => shownCoHandling(record, today),
  ),
  ManagersAgreement: parts(
    (db, ids, fields) => {
      const person = fields.under('person');
      return readAgreements(db, ids, person === undefined ? undefined : personSelection(person));
    },
    (record, { today }) => shownAgreement(record, today),
  ),
  Fact: parts(readFacts, shownFact),
  Consent: parts(readConsents, shownConsent),
  Relation: parts(readRelations, shownRelation),
};

interface Wanted {
  readonly type: NodeType;
  readonly id: string;
  readonly fields: Selected;
}

const nodes = perRequest(
  (scope) =>
    new DataLoader<Wanted, Node | null>(
      async (wanted) => {
        const found = new Map<string, Node>();
        for (const [type, group] of Map.groupBy(wanted, (one) => one.type)) {
          const fields = group.map((one) => one.fields).reduce((all, more) => all.and(more));
          const shown = await reads[type](scope, [...new Set(group.map(({ id }) => id))], fields);
          for (const node of shown) found.set(node.id, node);
        }
        return wanted.map(({ type, id }) => {
          const node = found.get(globalId(type, id));
          if (node === undefined) scope.noteMissed(`${type}:${id}`);
          return node ?? null;
        });
      },
      { cache: false },
    ),
);

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Det som har detta id, om du får se det; annars null. / Whatever has this id, where you may see it; otherwise null.' })
  async node(@Arg('id', () => ID) id: string, @Ctx() { scope }: ApiContext, @Info() info: GraphQLResolveInfo): Promise<Node | null> {
    const known = parseGlobalId(id);
    return known === undefined ? null : nodes(scope).load({ ...known, fields: selectedBy(info) });
  }
}
