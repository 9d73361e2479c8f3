/** Which fields an operation asks for, so that one statement can read just these. */
import type { GraphQLResolveInfo } from 'graphql';
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
