/** Every field of the API says what kind of knowledge it carries: a test refuses a field without a class. */
import { Extensions } from 'type-graphql';

/**
 * OPEN: any signed-in member of staff. IDENTITY: who a person is. MATTER: that and how somebody is known to a unit.
 * ASSESSMENT: what the unit has judged. WHEREABOUTS: where somebody lives.
 */
export const fieldClasses = ['OPEN', 'IDENTITY', 'MATTER', 'ASSESSMENT', 'WHEREABOUTS'] as const;
export type FieldClass = (typeof fieldClasses)[number];

/** Declares the class of a field, or of all fields of a type. */
export function Classified(fieldClass: FieldClass): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Extensions({ fieldClass });
}
