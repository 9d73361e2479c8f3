/** The closed lists of words in the term inventory. */
import type { CodeList } from '../src/sheet/define-report.ts';

export const needAssessed = {
  key: 'need',
  label: { sv: 'Fortsatt behov', en: 'Continued need' },
  codes: {
    YES: { sv: 'Ja', en: 'Yes' },
    UNKNOWN: { sv: 'Ej bedömt', en: 'Not assessed', tone: 'WARNING' },
  },
} as const satisfies CodeList;

export const needCategories = {
  key: 'needCategories',
  label: { sv: 'Behovsområde', en: 'Need' },
  codes: {
    HOUSING_SUPPORT: { sv: 'Boendestöd', en: 'Housing support' },
    SOCIAL_PSYCHIATRY: { sv: 'Socialpsykiatri', en: 'Social psychiatry' },
    ADDICTION: { sv: 'Missbruk', en: 'Addiction' },
    DISABILITY: { sv: 'Funktionsnedsättning/LSS', en: 'Disability (LSS)' },
    ECONOMIC_ASSISTANCE: { sv: 'Ekonomiskt bistånd', en: 'Economic assistance' },
    ELDER_CARE: { sv: 'Äldreomsorg', en: 'Elder care' },
    OTHER: { sv: 'Annat', en: 'Other' },
    UNKNOWN: { sv: 'Okänt', en: 'Unknown' },
  },
} as const satisfies CodeList;

export const deadlineStatus = {
  key: 'status',
  label: { sv: 'Status', en: 'Status' },
  codes: {
    ON_TIME: { sv: 'I tid', en: 'On time', tone: 'CALM' },
    LATE: { sv: 'Sent', en: 'Late', tone: 'WARNING' },
    MISSING: { sv: 'Saknas', en: 'Missing', tone: 'ALARM' },
    NOT_YET_DUE: { sv: 'Ej förfallen', en: 'Not yet due' },
  },
} as const satisfies CodeList;

export const placement = {
  key: 'placement',
  label: { sv: 'Placering', en: 'Placement' },
  codes: {
    NONE: { sv: 'Ingen', en: 'None' },
    FOSTER_CARE_SERVICE: { sv: 'Familjehem (familjevården)', en: 'Family home (foster-care service)' },
    FAMILY_HOME: { sv: 'Familjehem', en: 'Family home' },
    OTHER: { sv: 'Annan (HVB m.m.)', en: 'Other (institution)' },
  },
} as const satisfies CodeList;

export const diagnosis = {
  key: 'diagnosis',
  label: { sv: 'Diagnos', en: 'Diagnosis' },
  codes: {
    DOCUMENTED: { sv: 'Finns', en: 'Documented' },
    NOT_DOCUMENTED: { sv: 'Saknas', en: 'Not documented' },
    NOT_APPLICABLE: { sv: 'Ej aktuellt', en: 'Not applicable' },
  },
} as const satisfies CodeList;

export const consent = {
  key: 'consent',
  label: { sv: 'Samtycke', en: 'Consent' },
  codes: {
    GIVEN: { sv: 'Finns', en: 'Given' },
    MISSING: { sv: 'Saknas', en: 'Missing' },
  },
} as const satisfies CodeList;

export const undeterminedReason = {
  key: 'reason',
  label: { sv: 'Oklart därför att', en: 'Undetermined because' },
  codes: {
    NO_RULE: { sv: 'Rutinen ger inget svar', en: 'The routine has no answer' },
    FACT_UNKNOWN: { sv: 'En avgörande uppgift är okänd', en: 'A deciding fact is not known' },
    BIRTH_DATE_UNKNOWN: { sv: 'Födelsedatum är inte helt känt', en: 'The birth date is not fully known' },
  },
} as const satisfies CodeList;

export const forum = {
  key: 'forum',
  label: { sv: 'Tas upp', en: 'Raise at' },
  codes: {
    COOPERATION_MEETING: { sv: 'Samverkansmöte', en: 'Cooperation meeting' },
    COORDINATORS: { sv: 'Samordnarna', en: 'The coordinators' },
    DEPARTMENT_HEADS: { sv: 'Avdelningscheferna', en: 'The department heads' },
    OPERATIONS_MANAGERS: { sv: 'Verksamhetscheferna', en: 'The operations managers' },
  },
} as const satisfies CodeList;
