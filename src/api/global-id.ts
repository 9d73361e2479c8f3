/** Opaque global ids (Relay): a type and an id that nobody needs to read. */
import { notFound } from '../kernel/faults.ts';

export const nodeTypes = [
  'Organisation', 'Unit', 'Staff', 'Person', 'Case', 'CoHandling', 'Fact', 'ManagersAgreement', 'Consent', 'Relation',
] as const;
export type NodeType = (typeof nodeTypes)[number];

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u;

/** The global id of one object. */
export function globalId(type: NodeType, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** What a global id stands for, or undefined for a text that is none. */
export function parseGlobalId(text: string): { readonly type: NodeType; readonly id: string } | undefined {
  const [type, id, ...rest] = Buffer.from(text, 'base64url').toString('utf8').split(':');
  const known = nodeTypes.find((candidate) => candidate === type);
  return known === undefined || id === undefined || rest.length > 0 || !uuid.test(id) ? undefined : { type: known, id };
}

/** The database id behind a global id of `type`. @throws Fault NOT_FOUND for anything else: an id is opaque. */
export function idOf(type: NodeType, text: string, path: string): string {
  const parsed = parseGlobalId(text);
  if (parsed?.type !== type) throw notFound(path);
  return parsed.id;
}
