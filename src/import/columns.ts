/**
 * Every column that a case-load file may have: English name, Swedish name, type, and what it says. Periods are
 * half-open: `from` is the first day, `until` the first day after; empty is open.
 */
import { roles, type Role } from '../access/roles.model.ts';
import { caseKinds } from '../case/case.model.ts';
import { factKinds, matterTypes } from '../responsibility/question.model.ts';
import { birthDate, date, key, oneOf, personalNumber, plainText, reference, someOf, yesOrNo } from './cell.rules.ts';
import { optional, required, type Columns, type FileKind, type RowOf } from './columns.model.ts';

/** Kinds of fact that a file of facts brings; open cases and co-handlers have files of their own. */
export const importedFactKinds = factKinds.filter((kind) => kind !== 'OPEN_CASE' && kind !== 'CO_HANDLER');

/** The coded needs of catalogue F.5. */
export const needCategories = [
  'HOUSING_SUPPORT', 'SOCIAL_PSYCHIATRY', 'ADDICTION', 'DISABILITY', 'ECONOMIC_ASSISTANCE', 'ELDER_CARE', 'OTHER',
] as const;

const roleNames = Object.keys(roles) as Role[];
const upperKey = key(/^[A-Z][A-Z0-9_]*$/u, { sv: 'versaler, siffror och _', en: 'capitals, digits and _' });
const externalId = required(reference, 'externt_id', 'radens id i källsystemet', "the row's id in the source system");
const from = required(date, ['från', 'gäller_från', 'valid_from'], 'första dagen', 'first day');
const until = optional(date, ['till', 'gäller_till', 'valid_until'], 'första dagen efter; tomt: tills vidare', 'first day after; empty: open');

export const columns = {
  organisations: {
    key: required(key(/^[a-z][a-z0-9-]*$/u, { sv: 'gemener, siffror och bindestreck', en: 'lower case, digits and hyphens' }), 'nyckel', 'organisationens nyckel', 'key of the organisation'),
    name: required(plainText, 'namn', 'organisationens namn', 'name of the organisation'),
    routine: required(upperKey, 'rutin', 'rutinen som gäller, t.ex. OSTHAMMAR', 'the routine it follows, such as OSTHAMMAR'),
    adopted_from: required(date, 'antagen_från', 'första dagen som rutinen gäller', 'first day of the routine'),
    municipality_code: optional(key(/^\d{4}$/u, { sv: 'fyra siffror', en: 'four digits' }), 'kommunkod', 'SCB:s kommunkod', "SCB's municipality code"),
  },
  units: {
    external_id: externalId,
    key: required(upperKey, 'nyckel', 'enhetens namn i rutinen, t.ex. CHILD_YOUTH', "the unit's name in the routine, such as CHILD_YOUTH"),
    name: required(plainText, 'namn', 'enhetens namn', 'name of the unit'),
    department_key: optional(upperKey, 'avdelning_nyckel', 'avdelningens nyckel', 'key of its department'),
    department_name: optional(plainText, 'avdelning_namn', 'avdelningens namn', 'name of its department'),
    board: required(plainText, 'nämnd', 'nämnden som enheten lyder under', 'the political board it answers to'),
  },
  staff: {
    external_id: externalId,
    user_name: required(key(/^\S{1,200}$/u, { sv: 'ett namn utan blanksteg', en: 'a name without blanks' }), 'användarnamn', 'namnet i inloggningen', 'subject of the sign-in'),
    display_name: required(plainText, 'visningsnamn', 'namnet som visas', 'name as shown'),
  },
  memberships: {
    staff: required(reference, 'medarbetare', 'medarbetarens externa id', 'external id of the member of staff'),
    unit: optional(reference, 'enhet', 'enhetens externa id; tomt med avdelning: hela avdelningen; båda tomma: hela organisationen', 'external id of the unit; empty with a department: all of it; both empty: the whole organisation'),
    department: optional(upperKey, 'avdelning', 'avdelningens nyckel', 'key of the department'),
    role: required(oneOf(roleNames, 'ROLE_UNKNOWN'), 'roll', 'rollen', 'the role'),
    from,
    until,
  },
  persons: {
    external_id: externalId,
    personal_number: optional(personalNumber, ['personnummer', 'number'], 'tomt där personen saknar nummer', 'empty where the person has none'),
    birth_date: optional(birthDate, ['född', 'födelsedatum', 'born'], 'krävs utan nummer; går före numrets datum', "needed without a number; overrides the number's date"),
    given_name: required(plainText, 'förnamn', 'förnamn', 'given name'),
    family_name: required(plainText, 'efternamn', 'efternamn', 'family name'),
    protection: optional(oneOf(['NONE', 'CONFIDENTIALITY_MARKED', 'PROTECTED_REGISTRATION'], 'PROTECTION_UNKNOWN'), 'skydd', 'sekretessmarkering eller skyddad folkbokföring; tomt: NONE', 'protected identity; empty: NONE'),
    deceased_on: optional(date, 'avliden', 'dödsdatum', 'date of death'),
  },
  relations: {
    person: required(reference, 'person', 'personens externa id', 'external id of the person'),
    related_person: required(reference, 'närstående', 'den andres externa id', 'external id of the other'),
    kind: required(oneOf(['GUARDIAN', 'HOUSEHOLD'], 'RELATION_KIND_UNKNOWN'), 'slag', 'GUARDIAN: person är den andres vårdnadshavare; HOUSEHOLD: de bor ihop', 'GUARDIAN: person is the guardian of the other; HOUSEHOLD: they live together'),
    from,
    until,
  },
  cases: {
    external_id: externalId,
    person: required(reference, 'person', 'personens externa id', 'external id of the person'),
    unit: required(reference, 'enhet', 'enheten som har ärendet', 'the unit that has the case'),
    kind: required(oneOf(caseKinds, 'CASE_KIND_UNKNOWN'), 'slag', 'SUPPORT är ett pågående ärende; övriga avser en fråga', 'SUPPORT is an ongoing case; the others are about one matter'),
    opened_on: required(date, 'öppnat', 'första dagen', 'first day'),
    closed_on: optional(date, 'avslutat', 'första dagen som ärendet inte längre är öppet', 'first day on which it is no longer open'),
  },
  assignments: {
    external_id: externalId,
    case: required(reference, 'ärende', 'ärendets externa id', 'external id of the case'),
    staff: required(reference, 'medarbetare', 'ansvarig handläggare', 'the responsible caseworker'),
    from,
    until,
  },
  co_handlings: {
    external_id: externalId,
    case: required(reference, 'ärende', 'ärendets externa id', 'external id of the case'),
    unit: required(reference, 'enhet', 'enheten som medverkar; inte ärendets egen', "the unit that takes part; not the case's own"),
    staff: optional(reference, 'medarbetare', 'medhandläggaren, när den är utsedd', 'the co-handler, once named'),
    role: optional(oneOf(['CO_HANDLER', 'CONSULTANT'], 'CO_HANDLING_ROLE_UNKNOWN'), 'roll', 'tomt: CO_HANDLER', 'empty: CO_HANDLER'),
    from,
    until,
  },
  consents: {
    external_id: externalId,
    person: required(reference, 'person', 'personens externa id', 'external id of the person'),
    unit: required(reference, 'enhet', 'enheten som tog emot samtycket', 'the unit that recorded it'),
    purpose: required(oneOf(['NAMED_SHARING', 'CONTACT', 'COOPERATION', 'INVESTIGATION'], 'PURPOSE_UNKNOWN'), 'ändamål', 'vad samtycket gäller', 'what it is for'),
    scope: required(plainText, 'omfattning', 'vilka uppgifter', 'which information'),
    recipient_unit: optional(reference, 'mottagande_enhet', 'enheten som får ta del', 'the unit that may receive it'),
    how_given: required(oneOf(['WRITTEN', 'ORAL', 'DIGITAL'], 'HOW_GIVEN_UNKNOWN'), 'form', 'skriftligt, muntligt eller digitalt', 'how it was given'),
    from,
    until,
    withdrawn_on: optional(date, 'återkallat', 'första dagen som det inte längre gäller', 'first day on which it no longer counts'),
  },
  facts: {
    external_id: externalId,
    person: required(reference, 'person', 'personens externa id', 'external id of the person'),
    unit: required(reference, 'enhet', 'enheten som registrerade uppgiften; i en överenskommelse den som föreslog', 'the unit that recorded it; of an agreement the one that proposed'),
    kind: required(oneOf(importedFactKinds, 'FACT_KIND_UNKNOWN'), 'slag', 'uppgiftens slag', 'kind of fact'),
    from,
    until,
    known: optional(yesOrNo, 'känt', 'nej: det är inte känt om uppgiften stämmer; tomt: ja', 'false: not known whether it holds; empty: true'),
    placed_by_foster_care_service: optional(yesOrNo, 'placerad_av_familjevården', 'FAMILY_HOME_PLACEMENT', 'FAMILY_HOME_PLACEMENT'),
    value: optional(oneOf(['YES', 'NO', 'UNKNOWN'], 'VALUE_UNKNOWN'), 'värde', 'CONTINUED_NEED: fortsatt behov', 'CONTINUED_NEED'),
    need_categories: optional(someOf(needCategories, 'NEED_CATEGORY_UNKNOWN'), 'behov', 'CONTINUED_NEED: vilka', 'CONTINUED_NEED: which'),
    outcome: optional(oneOf(['TRANSFER', 'NO_TRANSFER'], 'OUTCOME_UNKNOWN'), 'utfall', 'TRANSFER_OUTCOME', 'TRANSFER_OUTCOME'),
    receiving_unit: optional(reference, 'övertagande_enhet', 'TRANSFER_OUTCOME: enheten som tar över', 'TRANSFER_OUTCOME: the unit that takes over'),
    at_risk: optional(yesOrNo, 'riskerar', 'HOMELESS: riskerar hemlöshet', 'HOMELESS: at risk of it'),
    diagnosis_documented: optional(yesOrNo, 'diagnos_dokumenterad', 'MENTAL_DISABILITY', 'MENTAL_DISABILITY'),
    counterpart_unit: optional(reference, 'motpart_enhet', 'MANAGERS_AGREEMENT: den andra enheten', 'MANAGERS_AGREEMENT: the other unit'),
    agreed_unit: optional(reference, 'överenskommen_enhet', 'MANAGERS_AGREEMENT: enheten som har ansvaret', 'MANAGERS_AGREEMENT: the unit that is responsible'),
    matter_type: optional(oneOf(matterTypes, 'MATTER_TYPE_UNKNOWN'), 'fråga', 'MANAGERS_AGREEMENT: endast denna fråga', 'MANAGERS_AGREEMENT: this matter only'),
    reason: optional(plainText, 'skäl', 'MANAGERS_AGREEMENT: skälet', 'MANAGERS_AGREEMENT: the reason'),
    approved_by_manager: optional(reference, 'godkänd_av', 'MANAGERS_AGREEMENT: den föreslående enhetens verksamhetschef (medarbetare)', "MANAGERS_AGREEMENT: the proposing unit's operations manager (staff)"),
    approved_by_counterpart: optional(reference, 'motpart_godkänd_av', 'MANAGERS_AGREEMENT: motpartens verksamhetschef (medarbetare)', "MANAGERS_AGREEMENT: the counterpart's operations manager (staff)"),
  },
} as const satisfies Record<FileKind, Columns>;

/** A row of a file of kind `K`, cells read. */
export type ImportRow<K extends FileKind> = RowOf<(typeof columns)[K]>;
