/**
 * What a routine file states beside its tables: units, the sentences of the text, and the organisation's own ways of
 * meeting, reporting, escalating and disclosing. Other rooms read these; none of it decides who is responsible.
 */
import type { Bilingual } from '../kernel/text.ts';
import type { DeadlineKind, Force, Forum, UnitKey } from './vocabulary.model.ts';

export interface UnitEntry extends Bilingual {
  /** JOINT is no unit but a shared cost, such as both departments'. */
  readonly kind: 'UNIT' | 'DEPARTMENT' | 'JOINT';
  readonly department?: string;
  /** Other names in the text. */
  readonly aliases?: readonly string[];
}

/**
 * Steps and guards outside the tables: the intake of a matter, a transfer, co-handling, consent, a joint plan, meetings,
 * escalation, deviation reports, tasks, requests for a three-party meeting, registering a decision, closing a case,
 * care planning, the overview of a person, statistics.
 */
export type Workflow =
  | 'INTAKE'
  | 'TRANSFER'
  | 'CO_HANDLING'
  | 'CONSENT'
  | 'JOINT_PLAN'
  | 'MEETING'
  | 'ESCALATION'
  | 'DEVIATION'
  | 'TASK'
  | 'COOPERATION_REQUEST'
  | 'DECISION'
  | 'CASE_CLOSING'
  | 'CARE_PLANNING'
  | 'OVERVIEW'
  | 'STATISTICS';

export interface RuleEntry {
  readonly force: Force;
  readonly source: {
    readonly document: string;
    readonly section: string;
    /** Short quotation exactly as it stands in the document, errors of scanning included. */
    readonly text: string;
    /** The quotation in correct Swedish, where it differs. */
    readonly reads?: string;
  };
  /** What it says, in English. */
  readonly en: string;
  /** Steps and guards that rest on it, beside the tables and sections of the file that cite it. */
  readonly usedBy?: readonly Workflow[];
  /** Why nothing is decided or done by it: a definition, a value, an example. Only where nothing else uses it. */
  readonly textOnly?: Bilingual;
}

export interface NoteEntry extends Bilingual {
  readonly ids?: readonly string[];
}

export interface Threshold extends Bilingual {
  readonly value: number;
  readonly unit: 'YEARS' | 'MONTHS' | 'DAYS' | 'WORKING_DAYS' | 'PERSONS';
  /** False where the text gives no number and the organisation may set its own. */
  readonly stated: boolean;
  readonly ids?: readonly string[];
  /** The key under which a table or deadline of the version has the same number; the proof sees that it does. */
  readonly usedAs?: 'fromAge' | 'beforeAge' | 'withinYears' | 'months';
}

/** What the check of 'active elsewhere' may answer a unit. */
export interface DisclosureEntry extends Bilingual {
  readonly to: readonly UnitKey[];
  readonly answer: 'NONE' | 'CONTACT_NEEDED' | 'UNIT_AND_CONTACT';
  readonly ids: readonly string[];
}

export interface EscalationLevel extends Bilingual {
  readonly level: number;
  readonly roles: readonly string[];
  readonly forum?: Forum;
  readonly ids: readonly string[];
  /** What must be recorded before a matter goes on from this level. */
  readonly before?: readonly ('TRIED' | 'AGREEMENT' | 'WRITTEN_REPORT' | 'DIFFERING_VIEW' | 'MEETING_HELD')[];
}

export interface EscalationEntry extends Bilingual {
  readonly ladder: string;
  /** Units between which the ladder holds; absent: all. */
  readonly between?: readonly (readonly UnitKey[])[];
  readonly levels: readonly EscalationLevel[];
  /** Questions that skip levels. */
  readonly straightTo?: readonly { readonly question: string; readonly level: number; readonly ids: readonly string[] }[];
  /** Written for another pair of units and used here by analogy. */
  readonly analogy?: true;
}

export interface MeetingEntry extends Bilingual {
  readonly meeting: string;
  readonly rhythm: {
    readonly every?: number;
    readonly unit?: 'DAYS' | 'CALENDAR_MONTHS' | 'TERMS' | 'YEARS';
    /** Meeting it takes turns with. */
    readonly alternatesWith?: string;
    /** The text says that it is held, not how often. */
    readonly unstated?: true;
    /** Held when somebody calls. */
    readonly onCall?: true;
  };
  readonly required: readonly string[];
  readonly invited?: readonly string[];
  readonly agenda?: readonly (Bilingual & { readonly key: string; readonly ids: readonly string[] })[];
  /** The note-taker rotates. */
  readonly rotatesNotes?: true;
  /** The person concerned takes part. */
  readonly withPerson?: true;
  /** Meeting that is held before it, on a separate occasion. */
  readonly precededBy?: string;
  /** Meeting that is booked close after it. */
  readonly followedBy?: string;
  /** Only information is exchanged; no decision may be tied to it. */
  readonly noDecisions?: true;
  readonly ids: readonly string[];
}

export interface CutOffEntry extends Bilingual {
  readonly daysBefore: number;
  /** Local time, inclusive, `HH:MM`. */
  readonly time: string;
  readonly by: readonly string[];
  readonly ids: readonly string[];
}

export interface ContentEntry extends Bilingual {
  readonly key: string;
  readonly ids: readonly string[];
  /** May be answered with an explicit 'none'. */
  readonly noneAllowed?: true;
  /** Required only where the person is named. */
  readonly namedOnly?: true;
}

export interface FormEntry extends Bilingual {
  readonly form: string;
  /** False where the form is a template that may be left out. */
  readonly required: boolean;
  /** Date of the form that the text names. */
  readonly dated?: string;
  readonly contents: readonly ContentEntry[];
}

/** Who alone may do an act, at which side of it. */
export interface ActEntry extends Bilingual {
  readonly act: string;
  readonly roles: readonly string[];
  /** The lowest of several ranks rather than the only role. */
  readonly orHigher?: true;
  readonly ids: readonly string[];
}

/** The termly count of coming transfers. */
export interface InventoryEntry {
  readonly ids: readonly string[];
  readonly meeting: string;
  /** Units that the counts are for, beside the giving ones. */
  readonly receivers: readonly UnitKey[];
  readonly deadline: DeadlineKind;
  /** A transfer is due in a term when its deadline, or its date minus months, is no later than the term's last day. */
  readonly horizon: { readonly by: 'DEADLINE' | 'TRANSFER'; readonly months: number };
  /** A need that is not assessed counts as known for those placed by the foster-care service. */
  readonly unknownNeedCounts: 'NEVER' | 'WHERE_PLACED_BY_FOSTER_CARE';
  /** Persons who turn this age in the term, listed early. */
  readonly earlyAge?: number;
  readonly warnDaysBeforeTermEnd: number;
}

/** A term of the year: from this month and day (`MM-DD`) until the next begins. */
export interface TermEntry extends Bilingual {
  readonly term: string;
  readonly from: string;
}
