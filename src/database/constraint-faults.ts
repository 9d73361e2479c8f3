/**
 * What the database refuses, in the words of the domain. Only constraints that never span rows hidden from the caller
 * have a sentence of their own; whatever else collides is one CONFLICT without detail.
 */
import { conflict, notFound, type Fault } from '../kernel/faults.ts';
import type { Bilingual } from '../kernel/text.ts';

const known: Readonly<Record<string, { code: string; path: string; message: Bilingual }>> = {
  case_one_open_of_a_kind: {
    code: 'CASE_ALREADY_OPEN',
    path: 'input.kind',
    message: {
      sv: 'Enheten har redan ett öppet ärende av samma slag för personen. Avsluta det, eller välj ett annat slag.',
      en: 'The unit already has an open case of this kind for the person. Close it, or choose another kind.',
    },
  },
  case_responsibility_one_unit: {
    code: 'RESPONSIBILITY_OVERLAP',
    path: 'input.from',
    message: {
      sv: 'Två enheter kan inte ha samma slags ansvar för ärendet samma dag.',
      en: 'Two units cannot hold the same kind of responsibility for the case on one day.',
    },
  },
  case_has_responsible_unit: {
    code: 'RESPONSIBILITY_MISSING',
    path: 'input',
    message: { sv: 'Ett öppet ärende måste ha en ansvarig enhet varje dag.', en: 'An open case must have a responsible unit on each day.' },
  },
  case_assignment_one_responsible: {
    code: 'ASSIGNMENT_OVERLAP',
    path: 'input.from',
    message: {
      sv: 'Ärendet har redan en ansvarig handläggare under den tiden.',
      en: 'The case already has a responsible caseworker during that time.',
    },
  },
  co_handling_no_overlap: {
    code: 'CO_HANDLING_OVERLAP',
    path: 'input.unitId',
    message: { sv: 'Enheten är redan medhandläggare i ärendet.', en: 'The unit already co-handles the case.' },
  },
  fact_no_overlap: {
    code: 'FACT_OVERLAP',
    path: 'input.from',
    message: {
      sv: 'Enheten har redan registrerat en sådan uppgift för en del av tiden. Avsluta den först.',
      en: 'The unit has already recorded such a fact for part of that time. End it first.',
    },
  },
  agreement_no_overlap: {
    code: 'AGREEMENT_OVERLAP',
    path: 'input.from',
    message: {
      sv: 'Cheferna har redan en överenskommelse om detta för en del av tiden. Avsluta den först.',
      en: 'The managers already have an agreement on this for part of that time. End it first.',
    },
  },
  relation_no_overlap: {
    code: 'RELATION_OVERLAP',
    path: 'input.from',
    message: { sv: 'Relationen är redan registrerad för en del av tiden.', en: 'The relation is already recorded for part of that time.' },
  },
};

interface DatabaseError {
  readonly code?: unknown;
  readonly constraint?: unknown;
}

const refusedByPolicy = '42501';
const collisions = new Set(['23505', '23P01', '23503', '23514', '23502']);
const retryable = new Set(['40001', '40P01']);

function databaseError(error: unknown): DatabaseError | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? error : undefined;
}

/** Whether the same transaction, tried again, may well succeed. */
export function isRetryable(error: unknown): boolean {
  const code = databaseError(error)?.code;
  return typeof code === 'string' && retryable.has(code);
}

/** The fault that answers a database error, or undefined where the error is a defect or an outage. */
export function faultOf(error: unknown): Fault | undefined {
  const { code, constraint } = databaseError(error) ?? {};
  if (code === refusedByPolicy) return notFound();
  if (typeof code !== 'string' || !collisions.has(code)) return undefined;
  const named = typeof constraint === 'string' ? known[constraint] : undefined;
  if (named !== undefined) return conflict(named.code, named.message, named.path);
  return conflict('CONFLICT', {
    sv: 'Ändringen krockar med något som redan finns.',
    en: 'The change collides with something that exists already.',
  });
}
