/** What the proof of a routine finds wrong, each with a person and a date that show it. */
import type { LocalDate } from '../../kernel/local-date.ts';
import type { RoutineFileFault } from '../routine.check.ts';
import type { AskKind, Fact, Involvement, Matter, Need } from '../vocabulary.model.ts';

/** A question as `evaluate` reads it (contract section 3). */
export interface AskedQuestion {
  readonly id: string;
  readonly routine: string;
  readonly ask: AskKind;
  readonly asOf: LocalDate;
  readonly person?: { readonly birthDate: LocalDate };
  readonly matter?: Matter;
  readonly needs?: readonly Need[];
  readonly facts?: readonly Fact[];
  readonly involvements?: readonly Involvement[];
  readonly childConcern?: boolean;
  readonly guardianInvolved?: boolean;
}

/** `example` says what would be right; `question`, where there is one, who falls into the hole. */
export interface Finding extends RoutineFileFault {
  readonly question?: AskedQuestion;
}

/** Figures of one table's proof. */
export interface TableFigures {
  readonly table: string;
  readonly rows: number;
  /** Ages at which it was proven. */
  readonly ages: number;
  /** Different ways through the rows. */
  readonly ways: number;
  /** Situations that those ways stand for: every one that the conditions can tell apart. */
  readonly situations: number;
}

export interface TableProof {
  readonly findings: readonly Finding[];
  /** Some situation meets no row. */
  readonly hasGap: boolean;
  readonly figures: TableFigures;
  /** For each row that decides somewhere, a question it answers. */
  readonly examples: ReadonlyMap<string, AskedQuestion>;
}
