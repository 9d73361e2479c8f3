/** The schema as a contract: what kind of knowledge each field carries, and that everything is described. */
import { describe, expect, it } from '@jest/globals';
import {
  getNamedType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isScalarType, isUnionType,
  type GraphQLInputObjectType, type GraphQLInterfaceType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema,
} from 'graphql';
import { fieldClasses } from '../../src/api/field-class.ts';
import { buildApiSchema } from '../../src/graphql/schema.ts';

const schema: GraphQLSchema = await buildApiSchema();
const own = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !type.name.startsWith('__'));
const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type ?? []);

function classOf(carrier: { readonly extensions: object }): unknown {
  return (carrier.extensions as { fieldClass?: unknown }).fieldClass;
}

interface Described {
  readonly name: string;
  readonly description: string | null | undefined;
}

function fieldsOf(type: GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType): Described[] {
  return Object.values<Described>(type.getFields()).map(({ name, description }) => ({ name, description }));
}

/** Fields of a type that have no class, neither of their own nor from their type. */
function unclassified(type: GraphQLObjectType): string[] {
  const known = (fieldClass: unknown): boolean => fieldClasses.some((each) => each === fieldClass);
  return Object.values(type.getFields()).flatMap((field) => (known(classOf(field) ?? classOf(type)) ? [] : [`${type.name}.${field.name}`]));
}

describe('every field', () => {
  it('carries a class of knowledge', () => {
    const types = own.filter(isObjectType).filter((type) => !roots.includes(type));
    expect(types.length).toBeGreaterThan(30);
    expect(types.flatMap(unclassified)).toEqual([]);
  });

  it('at the root answers with types that carry one', () => {
    for (const root of roots) {
      for (const field of Object.values(root.getFields())) {
        const type: GraphQLNamedType = getNamedType(field.type);
        expect(isObjectType(type) || isUnionType(type) || isInterfaceType(type)).toBe(true);
      }
    }
  });

  it('about who somebody is, or where, says so', () => {
    const person = schema.getType('Person');
    if (!isObjectType(person)) throw new Error('the schema has no Person');
    const classes = Object.fromEntries(Object.values(person.getFields()).map((field) => [field.name, classOf(field) ?? classOf(person)]));
    expect(classes).toMatchObject({
      displayName: 'IDENTITY', personalNumber: 'IDENTITY', birthDate: 'IDENTITY', protection: 'IDENTITY', relations: 'IDENTITY',
      cases: 'MATTER', consents: 'MATTER', facts: 'ASSESSMENT', managersAgreements: 'ASSESSMENT', responsibility: 'ASSESSMENT',
    });
  });
});

describe('everything', () => {
  const bilingual = /\S \/ \S/u;

  it('is described, in Swedish and English', () => {
    const undescribed = own.flatMap((type) => {
      const isRoot = isObjectType(type) && roots.includes(type);
      const fields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? fieldsOf(type) : [];
      const described = isRoot || isScalarType(type) ? fields : [{ name: '', description: type.description }, ...fields];
      return described.filter(({ description }) => !bilingual.test(description ?? '')).map(({ name }) => `${type.name}.${name}`);
    });
    expect(undescribed).toEqual([]);
  });

  it('that changes something takes one input with a key, and answers with a union of typed errors', () => {
    for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      expect(mutation.args.map(({ name }) => name)).toEqual(['input']);
      const input = getNamedType(mutation.args[0]?.type);
      expect(isInputObjectType(input) && input.name).toBe(`${mutation.name.slice(0, 1).toUpperCase()}${mutation.name.slice(1)}Input`);
      expect(isInputObjectType(input) && Object.keys(input.getFields())).toContain('idempotencyKey');
      const result = getNamedType(mutation.type);
      const types = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
      expect(types).toEqual(expect.arrayContaining(['NotFound', 'Conflict', 'ValidationError', 'RuleViolation']));
    }
  });
});
