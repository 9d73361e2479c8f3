/** Random paths through the schema by users of every unit: no answer, error or extension holds another unit's canary. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  getNamedType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, isUnionType,
  type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema,
} from 'graphql';
import type { Role } from '../../src/access/roles.model.ts';
import { canariesIn, canaryUnits, foreignCanaries, plantCanaries } from '../support/canaries.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let ids: readonly string[];

beforeAll(async () => {
  world = await openWorld();
  ids = await plantCanaries(world.town);
});

afterAll(() => world.close());

const staffRoles = ['CASEWORKER', 'INTAKE', 'COORDINATOR', 'OPERATIONS_MANAGER', 'UNIT_MANAGER', 'ADMINISTRATOR', 'LOG_REVIEWER', 'BI_READER'] as const satisfies readonly Role[];

/** Draws numbers below a limit. */
type Draw = (below: number) => number;

class Walker {
  readonly #schema: GraphQLSchema;
  readonly #draw: Draw;

  constructor(schema: GraphQLSchema, draw: Draw) {
    this.#schema = schema;
    this.#draw = draw;
  }

  query(): string {
    const roots = Object.values(this.#schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => name !== 'evaluateResponsibility');
    const chosen = Array.from({ length: 1 + this.#draw(3) }, (_, index) => `q${String(index)}: ${this.#field(this.#pick(roots), 5)}`);
    return `{ ${chosen.join(' ')} }`;
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[this.#draw(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const wanted = field.args.filter((argument) => argument.name !== 'after').filter((argument) => isNonNullType(argument.type) ? argument.defaultValue === undefined || this.#draw(2) === 0 : this.#draw(3) === 0);
    const values = wanted.map(({ name, type }) => `${name}: ${this.#value(name, type)}`);
    return `${field.name}${values.length === 0 ? '' : `(${values.join(', ')})`} ${this.#selection(getNamedType(field.type), depth)}`;
  }

  #value(name: string, type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.#value(name, type.ofType);
    if (isListType(type)) return `[${this.#value(name, type.ofType)}]`;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.#draw(3) === 0);
      return `{ ${fields.map((field) => `${field.name}: ${this.#value(field.name, field.type)}`).join(', ')} }`;
    }
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    if (type.name === 'Int') return String(1 + this.#draw(100));
    if (type.name === 'Boolean') return this.#draw(2) === 0 ? 'true' : 'false';
    if (type.name === 'LocalDate') return `"20${String(10 + this.#draw(30))}-0${String(1 + this.#draw(9))}-15"`;
    return JSON.stringify(type.name === 'ID' ? this.#pick(ids) : this.#pick(['alpha', 'HT2026', 'ADULT', '2026-01-01']));
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    if (isUnionType(type) || isInterfaceType(type)) {
      const types = this.#schema.getPossibleTypes(type);
      return `{ __typename ${types.map((each) => `... on ${each.name} ${this.#selection(each, depth - 1)}`).join(' ')} }`;
    }
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => !isObjectType(getNamedType(field.type)) && field.args.length === 0 && !isListType(field.type));
    const branches = fields.filter((field) => isObjectType(getNamedType(field.type)));
    const further = depth <= 0 || branches.length === 0 ? [] : Array.from({ length: 1 + this.#draw(2) }, () => this.#pick(branches));
    // Types that stand in one place may give one name to fields of different kinds.
    const named = (name: string): string => `${type.name}_${name}: `;
    const parts = [
      ...leaves.map(({ name }) => `${named(name)}${name}`),
      ...[...new Set(further)].map((field) => `${named(field.name)}${this.#field(field, depth - 1)}`),
    ];
    return `{ __typename ${parts.join(' ')} }`;
  }
}

describe('random queries', () => {
  it('find no canary of another unit', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...canaryUnits), fc.constantFrom(...staffRoles), fc.infiniteStream(fc.nat()),
        async (unit, role, numbers) => {
          const draw: Draw = (below) => (numbers.next().value ?? 0) % below;
          const document = new Walker(world.api.schema, draw).query();
          const answer = await world.as(unit, role).send(document);
          const text = JSON.stringify(answer);
          found += canariesIn(text);
          expect(foreignCanaries(text, unit)).toEqual([]);
          const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.['code']);
          expect({ document, defects: codes.filter((code) => ['INTERNAL', 'UNAVAILABLE', 'GRAPHQL_VALIDATION_FAILED'].includes(String(code))) }).toEqual({ document, defects: [] });
        },
      ),
      { numRuns: 250 },
    );
    // The walk has led somewhere: users have read what is their own.
    expect(found).toBeGreaterThan(100);
  });
});
