/**
 * What a mutation answers: the object, or a typed error. Errors share one interface; 'not found' also answers for
 * what the caller may not see. Failures of sign-in, missing roles and defects come as GraphQL errors instead.
 */
import { createUnionType, Field, InterfaceType, ObjectType, type ClassType } from 'type-graphql';
import { Fault, type FaultKind } from '../kernel/faults.ts';
import { Classified } from './field-class.ts';

@Classified('OPEN')
@InterfaceType({ description: 'Varför något inte gick. / Why something could not be done.' })
export abstract class DomainError {
  @Field(() => String, { description: 'Fast kod, se schema/error-codes.md. / A stable code.' })
  code!: string;

  @Field(() => String, { description: 'Förklaring på svenska. / Explanation in Swedish.' })
  messageSv!: string;

  @Field(() => String, { description: 'Förklaring på engelska. / Explanation in English.' })
  messageEn!: string;

  @Field(() => String, { nullable: true, description: 'Fältet, med punkter: `input.from`. / The field, dotted.' })
  path!: string | null;

  @Field(() => String, { nullable: true, description: 'Rutinens regel, till exempel R0-26. / The rule of the routine.' })
  ruleId!: string | null;
}

@Classified('OPEN')
@ObjectType({ implements: DomainError, description: 'Finns inte, eller är inte åtkomligt. / Not there, or not accessible.' })
export class NotFound extends DomainError {}

@Classified('OPEN')
@ObjectType({ implements: DomainError, description: 'Krockar med något, eller har ändrats. / Collides, or has changed.' })
export class Conflict extends DomainError {}

@Classified('OPEN')
@ObjectType({ implements: DomainError, description: 'Felaktig uppgift. / Wrong input.' })
export class ValidationError extends DomainError {}

@Classified('OPEN')
@ObjectType({ implements: DomainError, description: 'Rutinen säger nej. / The routine refuses.' })
export class RuleViolation extends DomainError {}

const errorTypes: Readonly<Record<Exclude<FaultKind, 'FORBIDDEN'>, ClassType<DomainError>>> = {
  NOT_FOUND: NotFound,
  CONFLICT: Conflict,
  VALIDATION: ValidationError,
  RULE_VIOLATION: RuleViolation,
};

/** The union of a mutation's success and the typed errors. `success` values are instances of its class. */
export function resultOf<T extends object>(name: string, success: () => ClassType<T>): T | DomainError {
  return createUnionType({
    name,
    description: 'Resultatet, eller ett fel med skäl. / The result, or an error with its reason.',
    types: () => [success(), NotFound, Conflict, ValidationError, RuleViolation] as const,
  });
}

/** Runs a mutation and turns faults into typed errors. A missing role stays an error of the operation. */
export async function answered<T>(work: () => Promise<T>): Promise<T | DomainError> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Fault) || error.details.kind === 'FORBIDDEN') throw error;
    const { kind, code, message, path, ruleId } = error.details;
    const ErrorType = errorTypes[kind];
    return Object.assign(new ErrorType(), {
      code,
      messageSv: message.sv,
      messageEn: message.en,
      path: path ?? null,
      ruleId: ruleId ?? null,
    });
  }
}
