/** Relay connections: edges with opaque cursors, and whether there is more. */
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { z } from 'zod';
import { invalid } from '../kernel/faults.ts';
import { Classified } from './field-class.ts';

@Classified('OPEN')
@ObjectType({ description: 'Sidbläddring. / Paging.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Om det finns fler. / Whether there is more.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Fortsätt efter denna. / Continue after this.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'Högst så många, 1–100. / At most so many, 1–100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Markör från föregående sida. / Cursor of the page before.' })
  after?: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface ConnectionOf<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
}

/** The GraphQL class of a connection of `node` (name `NodeConnection`). */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>): ClassType<ConnectionOf<T>> {
  @Classified('OPEN')
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: 'Ett objekt i listan. / One object of the list.' })
  class EdgeType {
    @Field(() => String, { description: 'Markör. / Cursor.' })
    cursor!: string;

    @Field(node, { description: 'Objektet. / The object.' })
    node!: T;
  }

  @Classified('OPEN')
  @ObjectType(`${name}Connection`, { description: 'En sida av en lista. / A page of a list.' })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'Objekten på sidan. / The objects of the page.' })
    edges!: EdgeType[];

    @Field(() => PageInfo, { description: 'Sidbläddring. / Paging.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** Checks a page's arguments. @throws Fault naming `first` or `after` */
export function pageOf<Cursor>(args: PageArgs, cursor: z.ZodType<Cursor>): { first: number; after: Cursor | null } {
  if (args.first < 1 || args.first > 100) {
    throw invalid('PAGE_SIZE_INVALID', 'first', { sv: 'first ska vara 1–100.', en: 'first must be 1–100.' });
  }
  if (args.after == null) return { first: args.first, after: null };
  const after = cursor.safeParse(decoded(args.after));
  if (after.success) return { first: args.first, after: after.data };
  throw invalid('CURSOR_INVALID', 'after', {
    sv: 'after ska vara en markör från föregående sida.',
    en: 'after must be a cursor of the page before.',
  });
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Builds a page from one row more than asked for. */
export function connection<T>(rows: readonly T[], first: number, cursorOf: (row: T) => unknown): ConnectionOf<T> {
  const edges = rows.slice(0, first).map((node) => ({
    cursor: Buffer.from(JSON.stringify(cursorOf(node))).toString('base64url'),
    node,
  }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
