/** A youth at child and youth in Östhammar, as the examples begin. */
import type { DemoOrganisation, PersonWishes, Row } from './demo-organisation.ts';

const childYouth = 'child-youth';

/** A youth with an ongoing case at child and youth; `need` is the assessed need after 20, null where nobody assessed it. */
export function youth(demo: DemoOrganisation, wishes: PersonWishes & { readonly need?: 'YES' | 'NO' | 'UNKNOWN' | null; readonly categories?: string; readonly opened?: string }): { person: string; caseId: string } {
  const { need = 'YES', categories = 'HOUSING_SUPPORT', opened = '2022-09-01' } = wishes;
  const person = demo.person(wishes);
  const caseId = demo.case(person, childYouth, { opened });
  if (need !== null) note(demo, person, 'CONTINUED_NEED', '2026-02-02', null, { value: need, need_categories: need === 'YES' ? categories : undefined });
  return { person, caseId };
}

/** A fact that child and youth recorded. */
export function note(demo: DemoOrganisation, person: string, kind: string, from: string, until: string | null = null, more: Row = {}): void {
  demo.fact(person, childYouth, kind, from, until, more);
}
