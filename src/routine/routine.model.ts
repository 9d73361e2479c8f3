/**
 * The language of routines: what a routine file (data/*.yaml) may say. It is not the rules themselves, and nothing
 * here belongs to one organisation. schema/routine.schema.json states the same shape for editors and the loader.
 *
 * A file is one organisation's routine: its documents, and dated versions. A version holds the units, the sentences of
 * the text (`rules`, each with document, heading, quotation and force), tables whose first row that holds answers, the
 * deadlines of transfers, and the organisation's own numbers, forms, meetings and ladders.
 *
 * The vocabulary of conditions (`when`) is closed. Everything named in one `when` must hold:
 *
 *   fromAge n, beforeAge n      the day is on or after, before, the n-th birthday
 *   matter […]                  the matter is one of these
 *   householdHasChildren, parallelNeed true/false; receivedBy […]; ownerUnit GIVEN      what the matter says
 *   sections BOTH_SIDES | ONE_SIDE | WIDENED    sections of both sides, of one, of none but one that always belongs
 *   agreement IN_FORCE          a complete managers' agreement covers the person or the matter
 *   facts […], noFacts […]      each of, none of, these facts hold (see FactCondition for when a fact holds)
 *   continuedNeed […]           the latest assessment of the need of support after the age limit; absent is UNKNOWN
 *   meetingOutcome X            the latest outcome is NO_TRANSFER, or TRANSFER with a receiving unit decided
 *   needs […], onlyNeeds […]    the new matter's needs: each entry met by some need; all needs among these
 *   ongoing { outcome, unit }   what the table of ongoing responsibility says of the person, matters aside
 *   unitsAtLeast n, unitsInclude […], childConcern, guardianInvolved, investigationAt […], investigationOpen
 *                               the units involved, for the choice of coordinator
 *   anyOf […], not …            one of several conditions; a condition that must not hold
 *
 * A fact that is registered as not known makes a condition unknown; the table then answers only where it makes no
 * difference, and otherwise asks for that fact.
 */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import type {
  ActEntry,
  CutOffEntry,
  DisclosureEntry,
  EscalationEntry,
  FormEntry,
  InventoryEntry,
  MeetingEntry,
  NoteEntry,
  RuleEntry,
  TermEntry,
  Threshold,
  UnitEntry,
} from './own-ways.model.ts';
import type {
  CoHandlerRequirement,
  ContinuedNeed,
  DeadlineKind,
  FactKind,
  Force,
  Forum,
  MatterType,
  MeetingOutcome,
  NeedType,
  Outcome,
  PlanQuestion,
  Section,
  UnitKey,
} from './vocabulary.model.ts';

export type {
  ActEntry,
  CutOffEntry,
  DisclosureEntry,
  EscalationEntry,
  EscalationLevel,
  FormEntry,
  InventoryEntry,
  MeetingEntry,
  NoteEntry,
  RuleEntry,
  TermEntry,
  Threshold,
  UnitEntry,
} from './own-ways.model.ts';

/** Attributes a fact must have; several values of one attribute are alternatives. */
export interface FactFilter {
  readonly placedByFosterCareService?: boolean;
  readonly atRisk?: boolean;
  readonly diagnosisDocumented?: boolean;
  readonly unit?: readonly UnitKey[];
}

/**
 * When a fact holds. Without any of the forms below: when it is in force on the day. Back-to-back periods are one.
 * `begunBeforeAge`/`begunFromAge`: in force on the day, and begun before / on or after that birthday.
 */
export interface FactCondition {
  readonly kind: FactKind;
  readonly where?: FactFilter;
  readonly begunBeforeAge?: number;
  readonly begunFromAge?: number;
  /** In force on that birthday, be it past or to come; with `begunBeforeAge`, begun before that one. */
  readonly onBirthday?: number;
  /** In force on some day from that birthday to the day, both included. */
  readonly onSomeDayFromAge?: number;
  /** In force on the day or at any time before it. */
  readonly ever?: true;
  /** Over by the day; its first day without lies after birthday `fromAge` and before birthday `beforeAge`. */
  readonly ended?: { readonly fromAge?: number; readonly beforeAge?: number; readonly withinYears?: number };
}

export interface NeedCondition {
  readonly anyOf: readonly NeedType[];
  /** Only a need that clearly appears counts; otherwise a suspected one does too. */
  readonly clearlyEvident?: true;
}

export interface Condition {
  readonly fromAge?: number;
  readonly beforeAge?: number;
  readonly matter?: readonly MatterType[];
  readonly householdHasChildren?: boolean;
  readonly parallelNeed?: boolean;
  readonly receivedBy?: readonly UnitKey[];
  readonly ownerUnit?: 'GIVEN';
  readonly sections?: 'BOTH_SIDES' | 'ONE_SIDE' | 'WIDENED';
  readonly agreement?: 'IN_FORCE';
  readonly facts?: readonly FactCondition[];
  readonly noFacts?: readonly FactCondition[];
  readonly continuedNeed?: readonly ContinuedNeed[];
  readonly meetingOutcome?: MeetingOutcome;
  readonly needs?: readonly NeedCondition[];
  readonly onlyNeeds?: readonly NeedType[];
  readonly ongoing?: { readonly outcome?: Outcome; readonly unit?: UnitKey };
  readonly unitsAtLeast?: number;
  readonly unitsInclude?: readonly UnitKey[];
  readonly childConcern?: boolean;
  readonly guardianInvolved?: boolean;
  readonly investigationAt?: readonly UnitKey[];
  readonly investigationOpen?: boolean;
  readonly anyOf?: readonly Condition[];
  readonly not?: Condition;
}

/**
 * Words that stand for a unit only the case can name.
 * RECEIVED_BY where the matter came in · OWNER_UNIT who commands the intervention · AGREED_UNIT by the managers'
 * agreement · DECIDED_UNIT by the latest meeting outcome · HOLDER who has the case (the version's own small table) ·
 * OPEN_CASE_UNIT with an open case · PRIOR_UNIT with the latest closed case · DECISION_UNIT who answers for care or a
 * placement in force · BY_AGE who the table of ongoing responsibility names, matters aside · NONE nobody.
 */
export const unitWords = [
  'RECEIVED_BY',
  'OWNER_UNIT',
  'AGREED_UNIT',
  'DECIDED_UNIT',
  'HOLDER',
  'OPEN_CASE_UNIT',
  'PRIOR_UNIT',
  'DECISION_UNIT',
  'BY_AGE',
  'NONE',
] as const;
export type UnitWord = (typeof unitWords)[number];

/** A unit, a word for one, or several of which the first that names a unit counts. */
export type UnitSource = UnitKey | UnitWord | readonly (UnitKey | UnitWord)[];

export interface ConsultationEntry {
  readonly unit: UnitKey;
  readonly role: string;
  readonly before: string;
  readonly ids: readonly string[];
}

export interface CoHandlerEntry {
  readonly requirement: CoHandlerRequirement;
  readonly unit?: UnitKey;
}

/** What a row answers. `authority` and `handling` follow each other where only one is given. */
export interface RowAnswer {
  readonly outcome: Outcome;
  readonly handling?: UnitSource;
  readonly authority?: UnitSource;
  readonly cost?: UnitSource;
  readonly interim?: UnitSource;
  /** Units that investigate side by side; SECTION_UNITS: those the matter's sections belong to. */
  readonly parallel?: readonly UnitKey[] | 'SECTION_UNITS';
  readonly raiseAt?: Forum;
  readonly asks?: readonly FactKind[];
  /** Unit that would be natural, where the outcome is left open; for the explanation only. */
  readonly proposal?: UnitSource;
  readonly coHandler?: CoHandlerEntry;
  readonly consult?: readonly ConsultationEntry[];
  /** COORDINATOR tables: the unit whose caseworker coordinates, or the longest contact with the family. */
  readonly coordinator?: UnitKey | 'LONGEST_CONTACT';
  readonly planQuestion?: PlanQuestion;
}

/** What to answer where a fact that would decide is not known. */
export interface Gap {
  readonly interim?: UnitSource;
  readonly raiseAt?: Forum;
}

/** Something a row adds when a further condition holds: rules cited, a note, a co-handler, a consultation. */
export interface Supplement {
  readonly when?: Condition;
  readonly ids?: readonly string[];
  /** Code of one of the version's `notes`. */
  readonly note?: string;
  readonly coHandler?: CoHandlerEntry;
  readonly consult?: readonly ConsultationEntry[];
}

export interface RowEntry {
  /** Name of the row, unique in its table. */
  readonly row: string;
  /** Rules of the text it rests on, the deciding one first. */
  readonly ids: readonly string[];
  readonly when?: Condition;
  readonly answer?: RowAnswer;
  /** ONGOING: the table of ongoing responsibility answers in this row's place. */
  readonly answerFrom?: 'ONGOING';
  readonly whenUnknown?: Gap;
  /** An exception to the main rule: a transfer date that rests on it is projected. */
  readonly exception?: true;
  /**
   * The row settles the needs named and the table goes on for the others; with no needs named it only adds its cost
   * and forum to what the following rows answer.
   */
  readonly goesOn?: { readonly settles: readonly NeedType[] };
  /**
   * Rows below that may hold at the same time and then yield to this one, by name; BELOW: all of them. Where two rows
   * hold at once with different answers, one of the two must say so, unless the upper is an exception or the lower has
   * no condition.
   */
  readonly over?: 'BELOW' | readonly string[];
  /** Rows above that answer first where both hold, by name; ABOVE: all of them ("otherwise"). */
  readonly unless?: 'ABOVE' | readonly string[];
  readonly also?: readonly Supplement[];
  readonly because: Bilingual;
}

export interface TableEntry {
  readonly rows: readonly RowEntry[];
  readonly whenUnknown: Gap;
  /** COORDINATOR tables: whose caseworker coordinates where contacts are equally long. */
  readonly tieGoesTo?: UnitKey;
}

/** A date counted from a birthday, from the next transfer, or from the end of a fact. */
export interface DateEntry {
  readonly birthday?: number;
  readonly transfer?: true;
  /** The first day without the fact. */
  readonly endOf?: FactCondition;
  readonly months?: number;
}

export interface DeadlineEntry {
  readonly kind: DeadlineKind;
  readonly ids: readonly string[];
  readonly force: Force;
  readonly when?: Condition;
  readonly date: DateEntry;
  /** Listed only where the next transfer comes later than this birthday. */
  readonly transferLaterThan?: number;
  /** The fact that shows it done, from its first day. */
  readonly doneBy: { readonly kind: FactKind; readonly unit?: readonly UnitKey[] };
}

/** Transfers between the sides: when they are due and what must be done before. */
export interface TransferEntry {
  /** Units of the giving side. A change between them is no transfer. */
  readonly from: readonly UnitKey[];
  readonly to: readonly UnitKey[];
  /** Deadlines and the question of continued need are listed where this holds and the giving side still has it. */
  readonly when?: Condition;
  /** Of each kind the first whose condition holds. */
  readonly deadlines: readonly DeadlineEntry[];
}

export interface AgreementEntry {
  readonly ids: readonly string[];
  /** Units whose managers must all have approved. */
  readonly approvedBy: readonly UnitKey[];
}

export interface SectionsEntry {
  /** Side → section → unit that it belongs to. */
  readonly sides: Readonly<Record<string, Readonly<Partial<Record<Section, UnitKey>>>>>;
  /** Sections the routine covers on either side. */
  readonly widened: readonly Section[];
}

export interface VersionEntry {
  readonly from: LocalDate;
  /** Where the document is undated: why this date. */
  readonly fromReading?: Bilingual;
  readonly units: Readonly<Record<UnitKey, UnitEntry>>;
  readonly rules: Readonly<Record<string, RuleEntry>>;
  readonly notes?: Readonly<Record<string, NoteEntry>>;
  readonly terms: readonly TermEntry[];
  readonly thresholds: Readonly<Record<string, Threshold>>;
  readonly agreement?: AgreementEntry;
  readonly sections?: SectionsEntry;
  readonly holder?: readonly { readonly when?: Condition; readonly unit: UnitKey }[];
  readonly ongoing?: TableEntry;
  readonly newMatter?: TableEntry;
  readonly coordinator?: TableEntry;
  readonly transfer?: TransferEntry;
  readonly inventory?: InventoryEntry;
  readonly disclosure: readonly DisclosureEntry[];
  readonly escalation: readonly EscalationEntry[];
  readonly meetings: readonly MeetingEntry[];
  readonly cutOff?: CutOffEntry;
  readonly forms: readonly FormEntry[];
  readonly acts: readonly ActEntry[];
}

export interface DocumentEntry extends Bilingual {
  /** File name of the Swedish text. */
  readonly file: string;
  /** The first and last id of its sentences, `R0-01..R0-63`: each number between them stands under `rules`. */
  readonly rules?: string;
  /** Sections whose heading stands otherwise in the text: as scanned, or the words that the section begins with. */
  readonly headings?: Readonly<Record<string, string>>;
  readonly adopted?: string;
  readonly revised?: string;
}

export interface RoutineFile extends Bilingual {
  readonly routine: string;
  readonly documents: Readonly<Record<string, DocumentEntry>>;
  readonly versions: readonly VersionEntry[];
}
