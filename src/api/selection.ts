/** Which fields an operation asks for, so that one statement can read just these. */
import { Kind, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';

/** The fields selected below one field, over all types and aliases. */
export class Selected {
  readonly #trees: readonly ResolveTree[];

  constructor(trees: readonly ResolveTree[]) {
    this.#trees = trees;
  }

  /** Whether `field` is selected here. */
  has(field: string): boolean {
    return this.#children(field).length > 0;
  }

  /** What is selected below `path`; undefined where the path is not selected. */
  under(...path: readonly string[]): Selected | undefined {
    let trees = this.#trees;
    for (const field of path) trees = new Selected(trees).#children(field);
    return trees.length === 0 ? undefined : new Selected(trees);
  }

  /** Both selections as one. */
  and(other: Selected): Selected {
    return new Selected([...this.#trees, ...other.#trees]);
  }

  #children(field: string): ResolveTree[] {
    return this.#trees.flatMap((tree) =>
      Object.values(tree.fieldsByTypeName).flatMap((fields) => Object.values(fields).filter((child) => child.name === field)),
    );
  }
}

/** What the resolved field's selection set holds. */
export function selectedBy(info: GraphQLResolveInfo): Selected {
  const tree = parseResolveInfo(info);
  return new Selected(tree === null || tree === undefined || !('fieldsByTypeName' in tree) ? [] : [tree as ResolveTree]);
}

const onlyKnown = new WeakMap<FieldNode, Map<readonly string[], boolean>>();

/** Whether plain fields among `names` are all that is selected below the resolved field. Remembered per document. */
export function asksOnly({ fieldNodes }: GraphQLResolveInfo, names: readonly string[]): boolean {
  return fieldNodes.every((node) => {
    const known = onlyKnown.get(node) ?? new Map<readonly string[], boolean>();
    onlyKnown.set(node, known);
    const answer = known.get(names) ?? selectsOnly(node, names);
    known.set(names, answer);
    return answer;
  });
}

function selectsOnly({ selectionSet }: FieldNode, names: readonly string[]): boolean {
  const selections = selectionSet?.selections ?? [];
  return selections.every((selection) => selection.kind === Kind.FIELD && names.includes(selection.name.value));
}
