/**
 * In front of Apollo: documents that would cost too much are refused before they are validated, since validating is
 * what the hostile ones make expensive. What was let through once is remembered by its hash.
 */
import { hash } from 'node:crypto';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, Kind, parse, validate, type DocumentNode, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { Bilingual } from '../kernel/text.ts';
import { costOf } from './query-cost.ts';

/** The most that one document may hold. */
export const limits = {
  tokens: 500,
  depth: 16,
  aliases: 15,
  directives: 20,
  repeats: 4,
  fields: 30_000,
  introspection: 60_000,
} as const;

const remembered = 2000;

const words = {
  aliases: { sv: `Frågan har fler än ${limits.aliases} alias.`, en: `The query has more than ${limits.aliases} aliases.` },
  depth: { sv: `Frågan är djupare än ${limits.depth} nivåer.`, en: `The query is deeper than ${limits.depth} levels.` },
  directives: { sv: `Frågan har fler än ${limits.directives} direktiv.`, en: `The query has more than ${limits.directives} directives.` },
  operation: { sv: 'Den sortens operation finns inte här.', en: 'There are no operations of this kind here.' },
  repeats: { sv: `Ett fält upprepas mer än ${limits.repeats} gånger.`, en: `A field is repeated more than ${limits.repeats} times.` },
  fields: {
    sv: 'Frågan ber om för mycket på en gång. Hämta färre fält eller mindre sidor (first).',
    en: 'The query asks for too much at once. Ask for fewer fields or smaller pages (first).',
  },
} as const satisfies Record<string, Bilingual>;

/** Names an operation by its root fields, which are the program's own words: `query person`. */
type Operations = ReadonlyMap<string | undefined, string>;

export class DocumentGate {
  readonly #schema: GraphQLSchema;
  readonly #rules: readonly ValidationRule[];
  readonly #admitted = new Map<string, Operations>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    const protection = new ApolloArmor({
      maxAliases: { n: limits.aliases, allowList: [], exposeLimits: false, errorMessage: message(words.aliases) },
      maxDepth: { n: limits.depth, exposeLimits: false, errorMessage: message(words.depth) },
      maxDirectives: { n: limits.directives, exposeLimits: false, errorMessage: message(words.directives) },
      // Counted here by the schema instead: its own cost reads no variables and knows no lists.
      costLimit: { enabled: false },
      maxTokens: { enabled: false },
    }).protect();
    this.#rules = protection.validationRules;
  }

  /**
   * Names the operation of an acceptable document.
   * @throws GraphQLError that answers 400 for one that asks for too much
   */
  admit(document: string, operationName: string | undefined): string {
    const key = hash('sha256', document, 'base64');
    const operations = this.#admitted.get(key) ?? this.#inspect(key, document);
    return operations?.get(operationName) ?? 'graphql';
  }

  #inspect(key: string, text: string): Operations | undefined {
    let document: DocumentNode;
    try {
      document = parse(text, { maxLexicalTokens: limits.tokens, noLocation: true });
    } catch (error) {
      // Apollo parses it again, with the same limit, and answers where it is wrong.
      if (error instanceof GraphQLError) return undefined;
      throw error;
    }
    for (const definition of document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION && this.#schema.getRootType(definition.operation) == null) {
        throw refusal('OPERATION_UNKNOWN', message(words.operation));
      }
    }
    const cost = costOf(this.#schema, document);
    if (cost.repeats > limits.repeats) throw tooMuch(message(words.repeats));
    if (cost.fields > limits.fields || cost.introspection > limits.introspection) throw tooMuch(message(words.fields));
    const [refused] = validate(this.#schema, document, this.#rules);
    if (refused !== undefined) throw tooMuch(refused.message.replace(/^Syntax Error: /u, ''));

    const operations = nameOperations(document);
    if (this.#admitted.size >= remembered) {
      const [oldest] = this.#admitted.keys();
      if (oldest !== undefined) this.#admitted.delete(oldest);
    }
    this.#admitted.set(key, operations);
    return operations;
  }
}

function message({ sv, en }: Bilingual): string {
  return `${sv} / ${en}`;
}

function tooMuch(text: string): GraphQLError {
  return refusal('QUERY_TOO_LARGE', text);
}

function refusal(code: string, text: string): GraphQLError {
  return new GraphQLError(text, { extensions: { code, http: { status: 400 } } });
}

function nameOperations(document: DocumentNode): Operations {
  const operations = new Map<string | undefined, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const roots = definition.selectionSet.selections.map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : '…'));
    const name = `${definition.operation} ${[...new Set(roots)].join(',')}`;
    operations.set(definition.name?.value, name);
    operations.set(undefined, operations.size === 0 ? name : (operations.get(undefined) ?? name));
  }
  return operations;
}
