/** The closed vocabulary in words: what each name of the routine language is called in Swedish and English. */
import type { Bilingual } from '../kernel/text.ts';
import type { Workflow } from './own-ways.model.ts';
import type {
  CoHandlerRequirement,
  ContinuedNeed,
  DeadlineKind,
  FactKind,
  Force,
  Forum,
  MatterType,
  NeedType,
  Outcome,
  PlanQuestion,
  Section,
} from './vocabulary.model.ts';

type WordsFor<Name extends string> = Readonly<Record<Name, Bilingual>>;

/** A fact as a noun: "LVU-vård". */
export const factWords: WordsFor<FactKind> = {
  LVU_CARE: { sv: 'LVU-vård', en: 'LVU care' },
  FAMILY_HOME_PLACEMENT: { sv: 'familjehemsplacering', en: 'family-home placement' },
  INSTITUTION_PLACEMENT: { sv: 'placering på institution (HVB och liknande)', en: 'placement in an institution (HVB and the like)' },
  UPPER_SECONDARY_STUDIES: { sv: 'gymnasiestudier', en: 'upper-secondary studies' },
  OPEN_CASE: { sv: 'öppet ärende', en: 'open case' },
  MANAGERS_AGREEMENT: { sv: 'chefernas överenskommelse', en: "managers' agreement" },
  TRANSFER_OUTCOME: { sv: 'mötets beslut om överföring', en: "the meeting's decision on transfer" },
  CONTINUED_NEED: { sv: 'bedömning av fortsatt behov', en: 'assessment of continued need' },
  CO_HANDLER: { sv: 'medhandläggare', en: 'co-handler' },
  NOTICE_GIVEN: { sv: 'avisering', en: 'notice' },
  HOMELESS: { sv: 'hemlöshet', en: 'homelessness' },
  MENTAL_DISABILITY: { sv: 'psykisk funktionsnedsättning', en: 'mental disability' },
};

/** The same fact once it has been spoken of: "LVU-vården". */
export const theFactWords: WordsFor<FactKind> = {
  LVU_CARE: { sv: 'LVU-vården', en: 'the LVU care' },
  FAMILY_HOME_PLACEMENT: { sv: 'familjehemsplaceringen', en: 'the family-home placement' },
  INSTITUTION_PLACEMENT: { sv: 'institutionsplaceringen', en: 'the institution placement' },
  UPPER_SECONDARY_STUDIES: { sv: 'gymnasiestudierna', en: 'the upper-secondary studies' },
  OPEN_CASE: { sv: 'det öppna ärendet', en: 'the open case' },
  MANAGERS_AGREEMENT: { sv: 'chefernas överenskommelse', en: "the managers' agreement" },
  TRANSFER_OUTCOME: { sv: 'mötets beslut om överföring', en: "the meeting's decision on transfer" },
  CONTINUED_NEED: { sv: 'bedömningen av fortsatt behov', en: 'the assessment of continued need' },
  CO_HANDLER: { sv: 'medhandläggningen', en: 'the co-handling' },
  NOTICE_GIVEN: { sv: 'aviseringen', en: 'the notice' },
  HOMELESS: { sv: 'hemlösheten', en: 'the homelessness' },
  MENTAL_DISABILITY: { sv: 'den psykiska funktionsnedsättningen', en: 'the mental disability' },
};

export const matterWords: WordsFor<MatterType> = {
  INCOME_SUPPORT: { sv: 'ansökan om försörjningsstöd', en: 'application for income support' },
  HOUSING_SUPPORT: { sv: 'ansökan om boendestöd', en: 'application for housing support' },
  ARREARS: { sv: 'el- och hyresskulder', en: 'electricity and rent arrears' },
  INTERVENTION: { sv: 'annan enhets insats', en: "another unit's intervention" },
  INTOXICATION_REPORT: { sv: 'LOB-meddelande', en: 'intoxication report (LOB)' },
  DRUNK_DRIVING: { sv: 'trafikonykterhet', en: 'drunk or drugged driving' },
  NARCOTICS_OFFENCE: { sv: 'narkotikabrott', en: 'narcotics offence' },
  DRIVING_LICENCE_OPINION: { sv: 'körkortsyttrande', en: 'driving-licence opinion' },
  GUARDIAN_SUBSTANCE_REPORT: { sv: 'anmälan om vårdnadshavare med beroende eller riskbruk', en: 'report on a guardian with addiction or risk use' },
  REPORT: { sv: 'anmälan', en: 'report' },
  APPLICATION: { sv: 'ansökan', en: 'application' },
};

export const sectionWords: WordsFor<Section> = {
  ECONOMIC_ASSISTANCE: { sv: 'ekonomiskt bistånd', en: 'economic assistance' },
  CHILD_YOUTH: { sv: 'barn och ungdom', en: 'child and youth' },
  FAMILY_LAW: { sv: 'familjerätt', en: 'family law' },
  SOCIAL_PSYCHIATRY: { sv: 'socialpsykiatri', en: 'social psychiatry' },
  SUBSTANCE_MISUSE: { sv: 'missbruk', en: 'substance misuse' },
  SOL_LSS_CHILDREN: { sv: 'SoL och LSS, barn', en: 'SoL and LSS, children' },
  SOL_LSS_ADULTS: { sv: 'SoL och LSS, vuxna', en: 'SoL and LSS, adults' },
  DOMESTIC_VIOLENCE: { sv: 'våld i nära relationer', en: 'domestic violence' },
};

export const needWords: WordsFor<NeedType> = {
  SUBSTANCE_MISUSE: { sv: 'missbruk', en: 'substance misuse' },
  SUBSTANCE_TREATMENT: { sv: 'missbruksbehandling', en: 'treatment of misuse' },
  ECONOMIC_ASSISTANCE: { sv: 'ekonomiskt bistånd', en: 'economic assistance' },
  DOMESTIC_VIOLENCE: { sv: 'våld i nära relationer', en: 'domestic violence' },
  SOCIAL_PSYCHIATRY: { sv: 'socialpsykiatri', en: 'social psychiatry' },
  DISABILITY: { sv: 'funktionsnedsättning', en: 'disability' },
  ELDER_CARE: { sv: 'äldreomsorg', en: 'elder care' },
  SUPPORTED_HOUSING: { sv: 'boende med insatser (hemtjänst, boendestöd eller särskilt boende)', en: 'housing with interventions (home help, housing support or special housing)' },
  HOUSING_ONLY: { sv: 'bara bostad', en: 'housing only' },
  OTHER: { sv: 'annat', en: 'other' },
};

export const outcomeWords: WordsFor<Outcome> = {
  DETERMINED: { sv: 'Avgjort', en: 'Determined' },
  PROPOSED: { sv: 'Förslag som en chef bekräftar', en: 'Proposed; a manager confirms' },
  UNDETERMINED: { sv: 'Avgörs inte av rutinen', en: 'Not settled by the routine' },
  OVERRIDDEN: { sv: 'Enligt chefernas överenskommelse', en: "By the managers' agreement" },
  NOT_APPLICABLE: { sv: 'Rutinen gäller inte', en: 'The routine does not apply' },
};

export const forumWords: WordsFor<Forum> = {
  COOPERATION_MEETING: { sv: 'samverkansmötet', en: 'the cooperation meeting' },
  COORDINATORS: { sv: 'samordnarna', en: 'the coordinators' },
  DEPARTMENT_HEADS: { sv: 'avdelningscheferna', en: 'the department heads' },
  OPERATIONS_MANAGERS: { sv: 'verksamhetscheferna', en: 'the operations managers' },
};

export const needValueWords: WordsFor<ContinuedNeed> = {
  YES: { sv: 'ja', en: 'yes' },
  NO: { sv: 'nej', en: 'no' },
  UNKNOWN: { sv: 'inte bedömt', en: 'not assessed' },
};

export const coHandlerWords: WordsFor<CoHandlerRequirement> = {
  REQUIRED: { sv: 'ska utses', en: 'required' },
  TO_BE_CONSIDERED: { sv: 'övervägs', en: 'to be considered' },
  ON_REQUEST: { sv: 'utses om någon önskar det', en: 'on request' },
  OPTIONAL: { sv: 'får utses', en: 'optional' },
  NONE: { sv: 'behövs inte', en: 'none' },
};

export const deadlineWords: WordsFor<DeadlineKind> = {
  CO_HANDLER_ENGAGED: { sv: 'Medhandläggare inkopplad', en: 'Co-handler engaged' },
  CO_HANDLER_PREFERRED: { sv: 'Medhandläggare helst inkopplad', en: 'Co-handler preferably engaged' },
  NOTICE: { sv: 'Avisering', en: 'Notice' },
  ADVISORY: { sv: 'Rekommenderad avstämning', en: 'Advisory date' },
};

export const planQuestionWords: WordsFor<PlanQuestion> = {
  DECIDE: { sv: 'beslutas', en: 'decided on' },
  ASK: { sv: 'frågas om', en: 'asked about' },
  DISCUSS: { sv: 'diskuteras', en: 'discussed' },
};

/** How binding the routine's own words are (rule catalogue 0.4). */
export const forceWords: WordsFor<Force> = {
  MUST: { sv: 'ska', en: 'must' },
  NORM: { sv: 'gäller', en: 'norm' },
  COND: { sv: 'vid behov', en: 'where needed' },
  PREF: { sv: 'helst', en: 'preferably' },
  MAY: { sv: 'får', en: 'may' },
  INFO: { sv: 'upplysning', en: 'information' },
};

/** Steps and guards outside the tables. */
export const workflowWords: WordsFor<Workflow> = {
  INTAKE: { sv: 'mottagning av ärenden', en: 'intake of matters' },
  TRANSFER: { sv: 'överföring', en: 'transfer' },
  CO_HANDLING: { sv: 'medhandläggning', en: 'co-handling' },
  CONSENT: { sv: 'samtycke', en: 'consent' },
  JOINT_PLAN: { sv: 'gemensam planering', en: 'joint plan' },
  MEETING: { sv: 'möten', en: 'meetings' },
  ESCALATION: { sv: 'att lyfta en fråga', en: 'escalation' },
  DEVIATION: { sv: 'avvikelserapport', en: 'deviation report' },
  TASK: { sv: 'uppgifter', en: 'tasks' },
  COOPERATION_REQUEST: { sv: 'förfrågan om trepartsmöte', en: 'request for a three-party meeting' },
  DECISION: { sv: 'registrering av beslut', en: 'registering a decision' },
  CASE_CLOSING: { sv: 'avslut av ärende', en: 'closing a case' },
  CARE_PLANNING: { sv: 'vårdplanering', en: 'care planning' },
  OVERVIEW: { sv: 'överblick över en person', en: 'overview of a person' },
  STATISTICS: { sv: 'statistik', en: 'statistics' },
};
