/** Facts that are only supposed: added to, or taken from, what is recorded of a person. Nothing of it is stored. */
import { invalid } from '../kernel/faults.ts';
import { factKinds, type Fact } from '../responsibility/question.model.ts';

/** A fact that decides, and whether the caller may be told of it. */
export interface WeighedFact {
  readonly fact: Fact;
  readonly visible: boolean;
}

/** What a caller supposes: facts as a question words them, and ids of visible facts, or whole kinds, to leave out. */
export interface Hypotheses {
  readonly addFacts: readonly unknown[];
  readonly removeFacts: readonly string[];
}

/** The most that one request may suppose. */
export const mostHypotheses = { added: 10, removed: 20 } as const;

/** @throws Fault TOO_MANY_FACTS */
export function checkCount({ addFacts, removeFacts }: Hypotheses): void {
  for (const [path, given, most] of [['addFacts', addFacts, mostHypotheses.added], ['removeFacts', removeFacts, mostHypotheses.removed]] as const) {
    if (given.length <= most) continue;
    throw invalid('TOO_MANY_FACTS', path, { sv: `Högst ${String(most)} uppgifter kan antas på en gång.`, en: `At most ${String(most)} facts may be supposed at once.` });
  }
}

function isSameFact(a: Fact, b: Fact): boolean {
  const told = ({ kind, from, until, known, placedByFosterCareService, outcome, receivingUnit, value, atRisk, diagnosisDocumented }: Fact): string =>
    JSON.stringify([kind, from, until, known, placedByFosterCareService ?? false, outcome, receivingUnit, value, atRisk ?? false, diagnosisDocumented ?? false]);
  return told(a) === told(b);
}

/**
 * The recorded facts without the removed ones and with the supposed ones. What the caller may not see stays: it can
 * neither be removed nor found out. `factCalled` finds the visible fact behind an id.
 * @throws Fault FACT_NOT_FOUND for what is neither a kind nor the id of a visible fact of the person
 */
export function suppose(
  recorded: readonly WeighedFact[],
  added: readonly Fact[],
  removed: readonly string[],
  factCalled: (id: string) => Fact | undefined,
): readonly WeighedFact[] {
  let left = recorded;
  removed.forEach((name, index) => {
    const kind = factKinds.find((known) => known === name);
    if (kind !== undefined) {
      left = left.filter(({ fact, visible }) => !visible || fact.kind !== kind);
      return;
    }
    const wanted = factCalled(name);
    const place = wanted === undefined ? -1 : left.findIndex(({ fact, visible }) => visible && isSameFact(fact, wanted));
    if (place === -1) {
      throw invalid('FACT_NOT_FOUND', `removeFacts[${String(index)}]`, {
        sv: 'Ange id för en uppgift om personen som du ser, eller ett slag, till exempel LVU_CARE.',
        en: 'Give the id of a fact about the person that you see, or a kind such as LVU_CARE.',
      });
    }
    left = left.filter((_, other) => other !== place);
  });
  return [...left, ...added.map((fact) => ({ fact, visible: true }))];
}
