/** GraphQL enums out of the closed lists that the models declare. */
import { registerEnumType } from 'type-graphql';

/** A GraphQL enum out of a closed list of names. */
export function enumOf<T extends string>(name: string, description: string, values: readonly T[]): Record<T, T> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(members, { name, description });
  return members;
}
