/**
 * How much a GraphQL document may make the server do, before anything of it is carried out. Every field counts one,
 * times the lists it stands in: as many as `first` asks for, or an estimate where nothing says how many.
 */
import {
  getNamedType, getNullableType, isCompositeType, isInterfaceType, isIntrospectionType, isListType, isObjectType, Kind,
  SchemaMetaFieldDef, TypeMetaFieldDef,
} from 'graphql';
import type {
  DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLField, GraphQLNamedType, GraphQLSchema, SelectionSetNode,
} from 'graphql';

/** What a document asks for, over all its operations. */
export interface Cost {
  readonly fields: number;
  /** The part of it that asks for the schema. */
  readonly introspection: number;
  /** How often one field is repeated, at most, under the same name in one selection. */
  readonly repeats: number;
}

const longestPage = 100;
const usualList = 10;

/** Counts. Fragments that contain themselves cost without end; unknown fields cost one, and validation refuses them. */
export function costOf(schema: GraphQLSchema, document: DocumentNode): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const counter = new Counter(schema, fragments);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      counter.count(definition.selectionSet, schema.getRootType(definition.operation) ?? undefined);
    }
  }
  return counter;
}

class Counter implements Cost {
  fields = 0;
  introspection = 0;
  repeats = 0;
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, number>();

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  count(selections: SelectionSetNode, root: GraphQLNamedType | undefined): void {
    this.fields += this.#selectionCost(selections, root, false);
  }

  /** `paged`: the lists directly below are those that `first` has counted. */
  #selectionCost(selections: SelectionSetNode, type: GraphQLNamedType | undefined, paged: boolean): number {
    const seen = new Map<string, number>();
    let cost = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        seen.set(name, (seen.get(name) ?? 0) + 1);
        cost += this.#fieldCost(selection, type, paged);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        cost += 1 + this.#selectionCost(selection.selectionSet, condition === undefined ? type : this.#schema.getType(condition), paged);
      } else {
        seen.set(`...${selection.name.value}`, (seen.get(`...${selection.name.value}`) ?? 0) + 1);
        cost += 1 + this.#fragmentCost(selection.name.value, paged);
      }
    }
    this.repeats = Math.max(this.repeats, ...seen.values());
    return cost;
  }

  #fragmentCost(name: string, paged: boolean): number {
    const key = `${name} ${paged}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    if (fragment === undefined) return 1;
    this.#known.set(key, Infinity);
    const cost = this.#selectionCost(fragment.selectionSet, this.#schema.getType(fragment.typeCondition.name.value), paged);
    this.#known.set(key, cost);
    return cost;
  }

  #fieldCost(node: FieldNode, parent: GraphQLNamedType | undefined, paged: boolean): number {
    if (node.selectionSet === undefined) return 1;
    const field = this.#fieldOf(node.name.value, parent);
    const type = field === undefined ? undefined : getNamedType(field.type);
    const page = field === undefined ? undefined : pageSize(node, field);
    const isList = field !== undefined && isListType(getNullableType(field.type));
    const below = this.#selectionCost(node.selectionSet, isCompositeType(type) ? type : undefined, page !== undefined && !isList);
    const cost = 1 + below * (page ?? (isList && !paged ? usualList : 1));
    const beginsIntrospection = type !== undefined && isIntrospectionType(type) && (parent === undefined || !isIntrospectionType(parent));
    if (!beginsIntrospection) return cost;
    this.introspection += cost;
    return 1;
  }

  #fieldOf(name: string, parent: GraphQLNamedType | undefined): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }
}

/** How many `first` asks for; a variable may ask for the most. Undefined for a field that has no `first`. */
function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
  const argument = field.args.find(({ name }) => name === 'first');
  if (argument === undefined) return undefined;
  const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (value === undefined) return typeof argument.defaultValue === 'number' ? argument.defaultValue : usualList;
  return value.kind === Kind.INT ? Math.max(1, Number(value.value)) : longestPage;
}
