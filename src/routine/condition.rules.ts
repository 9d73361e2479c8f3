/** Conditions as closures: compiled once when a routine is loaded, three-valued, without dates to compute but birthdays. */
import type { LocalDate } from '../kernel/local-date.ts';
import { factTest } from './fact-condition.rules.ts';
import type { AgreementEntry, Condition, NeedCondition, SectionsEntry } from './routine.model.ts';
import { agreementOn, birthdayIn, continuedNeedOn, latestOf } from './situation.rules.ts';
import { NO, YES, type Situation, type Test, type Truth } from './situation.model.ts';
import type { FactKind, Need, Outcome, UnitKey } from './vocabulary.model.ts';

/** What conditions may ask of the version they stand in. */
export interface ConditionScope {
  readonly agreement: AgreementEntry | undefined;
  readonly sections: SectionsEntry | undefined;
  /** The verdict on ongoing responsibility, matters aside. */
  readonly ongoing: (situation: Situation, day: LocalDate) => { readonly outcome: Outcome; readonly authority: UnitKey | null };
}

const truth = (holds: boolean): Truth => (holds ? YES : NO);
const always: Test = () => 2;

function all(tests: readonly Test[]): Test {
  const [first, second, third] = tests;
  if (first === undefined) return always;
  if (second === undefined) return first;
  if (third === undefined) {
    return (situation, day) => {
      const left = first(situation, day);
      return left === NO ? NO : (Math.min(left, second(situation, day)) as Truth);
    };
  }
  return (situation, day) => {
    let least: Truth = YES;
    for (const test of tests) {
      const value = test(situation, day);
      if (value === NO) return NO;
      if (value < least) least = value;
    }
    return least;
  };
}

function any(tests: readonly Test[]): Test {
  return (situation, day) => {
    let greatest: Truth = NO;
    for (const test of tests) {
      const value = test(situation, day);
      if (value === YES) return YES;
      if (value > greatest) greatest = value;
    }
    return greatest;
  };
}

const not =
  (test: Test): Test =>
  (situation, day) =>
    (YES - test(situation, day)) as Truth;

function meets(need: Need, condition: NeedCondition): boolean {
  return condition.anyOf.includes(need.type) && (condition.clearlyEvident === undefined || need.clearlyEvident);
}

/** On which sides of the routine the matter's sections lie. */
export function sectionsSpan(situation: Situation, entry: SectionsEntry): 'BOTH_SIDES' | 'ONE_SIDE' | 'WIDENED' | 'NONE' {
  const named = situation.matter?.sections;
  if (named === undefined || named.length === 0) return 'NONE';
  const sides = Object.values(entry.sides).filter((side) => named.some((section) => side[section] !== undefined));
  if (sides.length > 1) return 'BOTH_SIDES';
  if (named.some((section) => entry.widened.includes(section))) return 'WIDENED';
  return sides.length === 1 ? 'ONE_SIDE' : 'NONE';
}

function investigationAt(situation: Situation, unit: UnitKey): boolean {
  return situation.involvements.some((involvement) => involvement.unit === unit && involvement.investigationOpen);
}

function matterTests(condition: Condition, scope: ConditionScope): Test[] {
  const { matter, householdHasChildren, parallelNeed, receivedBy, ownerUnit, sections } = condition;
  const tests: Test[] = [];
  if (matter !== undefined) {
    tests.push(({ matter: asked }) => truth(asked?.type !== undefined && matter.includes(asked.type)));
  }
  if (householdHasChildren !== undefined) {
    tests.push((situation) => truth((situation.matter?.householdHasChildren ?? false) === householdHasChildren));
  }
  if (parallelNeed !== undefined) {
    tests.push((situation) => truth((situation.matter?.parallelNeed ?? true) === parallelNeed));
  }
  if (receivedBy !== undefined) {
    tests.push(({ matter: asked }) => truth(asked?.receivedBy !== undefined && receivedBy.includes(asked.receivedBy)));
  }
  if (ownerUnit !== undefined) tests.push((situation) => truth(situation.matter?.ownerUnit !== undefined));
  if (sections !== undefined) {
    const entry = scope.sections;
    tests.push((situation) => truth(entry !== undefined && sectionsSpan(situation, entry) === sections));
  }
  return tests;
}

function needTests(condition: Condition): Test[] {
  const { needs, onlyNeeds } = condition;
  const tests: Test[] = [];
  for (const wanted of needs ?? []) {
    tests.push((situation) => truth(situation.needs.some((need) => meets(need, wanted))));
  }
  if (onlyNeeds !== undefined) {
    tests.push(({ needs: given }) => truth(given.length > 0 && given.every((need) => onlyNeeds.includes(need.type))));
  }
  return tests;
}

function involvementTests(condition: Condition): Test[] {
  const { unitsAtLeast, unitsInclude, childConcern, guardianInvolved, investigationOpen } = condition;
  const tests: Test[] = [];
  if (unitsAtLeast !== undefined) {
    tests.push(({ involvements }) => truth(new Set(involvements.map(({ unit }) => unit)).size >= unitsAtLeast));
  }
  if (unitsInclude !== undefined) {
    tests.push(({ involvements }) => truth(unitsInclude.every((unit) => involvements.some((known) => known.unit === unit))));
  }
  if (childConcern !== undefined) tests.push((situation) => truth(situation.childConcern === childConcern));
  if (guardianInvolved !== undefined) tests.push((situation) => truth(situation.guardianInvolved === guardianInvolved));
  for (const unit of condition.investigationAt ?? []) tests.push((situation) => truth(investigationAt(situation, unit)));
  if (investigationOpen !== undefined) {
    tests.push(({ involvements }) => truth(involvements.some((known) => known.investigationOpen) === investigationOpen));
  }
  return tests;
}

function recordTests(condition: Condition, scope: ConditionScope): Test[] {
  const { continuedNeed, meetingOutcome, ongoing } = condition;
  const tests: Test[] = [];
  if (condition.agreement !== undefined) {
    const entry = scope.agreement;
    tests.push((situation, day) =>
      truth(situation.facts.length > 0 && entry !== undefined && agreementOn(situation, entry, day) !== undefined),
    );
  }
  if (continuedNeed !== undefined) {
    tests.push((situation, day) => truth(continuedNeed.includes(continuedNeedOn(situation, day))));
  }
  if (meetingOutcome !== undefined) {
    tests.push((situation, day) => {
      if (situation.facts.length === 0) return 0;
      const latest = latestOf(situation, 'TRANSFER_OUTCOME', day);
      const isDecided = meetingOutcome === 'NO_TRANSFER' || latest?.receivingUnit !== undefined;
      return truth(latest?.outcome === meetingOutcome && isDecided);
    });
  }
  if (ongoing !== undefined) {
    tests.push((situation, day) => {
      const verdict = scope.ongoing(situation, day);
      if (ongoing.outcome !== undefined && verdict.outcome !== ongoing.outcome) return NO;
      return truth(ongoing.unit === undefined || verdict.authority === ongoing.unit);
    });
  }
  return tests;
}

/** Compiles a condition; an absent or empty one always holds. */
export function compileCondition(condition: Condition | undefined, scope: ConditionScope): Test {
  if (condition === undefined) return always;
  const { fromAge, beforeAge } = condition;
  const tests: Test[] = [];
  if (fromAge !== undefined) tests.push((situation, day) => truth(day >= birthdayIn(situation, fromAge)));
  if (beforeAge !== undefined) tests.push((situation, day) => truth(day < birthdayIn(situation, beforeAge)));
  tests.push(...matterTests(condition, scope), ...needTests(condition), ...involvementTests(condition));
  tests.push(...recordTests(condition, scope));
  for (const fact of condition.facts ?? []) tests.push(factTest(fact));
  for (const fact of condition.noFacts ?? []) tests.push(not(factTest(fact)));
  if (condition.anyOf !== undefined) tests.push(any(condition.anyOf.map((one) => compileCondition(one, scope))));
  if (condition.not !== undefined) tests.push(not(compileCondition(condition.not, scope)));
  return all(tests);
}

/** The kinds of fact a condition looks at, each with its own test, so that a table can ask for what is not known. */
export function factTestsIn(condition: Condition | undefined): readonly { readonly kind: FactKind; readonly test: Test }[] {
  if (condition === undefined) return [];
  const own = [...(condition.facts ?? []), ...(condition.noFacts ?? [])];
  return [
    ...own.map((fact) => ({ kind: fact.kind, test: factTest(fact) })),
    ...(condition.anyOf ?? []).flatMap(factTestsIn),
    ...factTestsIn(condition.not),
  ];
}

/** Every age a condition mentions. */
export function agesIn(condition: Condition | undefined): number[] {
  if (condition === undefined) return [];
  const facts = [...(condition.facts ?? []), ...(condition.noFacts ?? [])];
  const own = [condition.fromAge, condition.beforeAge];
  for (const fact of facts) {
    own.push(fact.begunBeforeAge, fact.begunFromAge, fact.onBirthday, fact.onSomeDayFromAge);
    own.push(fact.ended?.fromAge, fact.ended?.beforeAge);
  }
  const nested = [...(condition.anyOf ?? []), ...(condition.not === undefined ? [] : [condition.not])];
  return [...own.filter((age) => age !== undefined), ...nested.flatMap(agesIn)];
}
