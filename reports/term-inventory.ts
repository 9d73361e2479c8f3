/**
 * The term's inventory of coming age-based transfers (rule catalogue part F; R3-37, R0-26): what it contains and who
 * may see which column. Where the rows come from is not its business.
 */
import { defineReport, type RowOf } from '../src/sheet/define-report.ts';
import {
  consent, deadlineStatus, diagnosis, forum, needAssessed, needCategories, placement, undeterminedReason,
} from './term-inventory.codes.ts';

const hiddenName = 'Skyddade personuppgifter';
const identity = ['reference', 'name', 'number', 'birthDate', 'birthMonth', 'age', 'unit', 'caseworker'] as const;
const care = ['placement', 'lvu', 'exception'] as const;
const due = ['transferDate', 'projected', 'overdue', 'deadline', 'advisory', 'daysToDeadline', 'notifiedOn', 'status'] as const;
const support = ['coHandler', 'coHandlerSince', 'need', 'needCategories', 'receiver', 'diagnosis', 'consent'] as const;

export const termInventory = defineReport({
  key: 'term-inventory',
  title: { sv: 'Inventering av kommande överföringar', en: 'Inventory of coming transfers' },
  classification: 'Sekretess 26 kap. OSL',
  classes: ['open', 'identity', 'birth-month', 'matter', 'assessment', 'whereabouts'],
  audiences: {
    own: ['open', 'identity', 'matter', 'assessment', 'whereabouts'],
    ownProtected: ['open', 'matter', 'assessment', 'whereabouts'],
    /** Another unit's person who consents to being named to the caller's unit. */
    shared: ['open', 'identity', 'birth-month', 'assessment', 'whereabouts'],
    others: ['open', 'birth-month', 'assessment', 'whereabouts'],
    othersProtected: ['open', 'assessment'],
  },
  columns: {
    reference: {
      type: 'text', class: 'open', width: 12.5,
      label: { sv: 'Ärende', en: 'Case' },
      description: { sv: 'Ärendets beteckning; säger inget om vem det gäller.', en: 'Reference of the case; tells nothing of the person.' },
    },
    name: {
      type: 'text', class: 'identity', width: 21,
      instead: { ownProtected: hiddenName, othersProtected: hiddenName, others: 'Maskerat' },
      label: { sv: 'Namn', en: 'Name' },
      description: {
        sv: 'Egna enhetens personer. Andra enheters bara med samtycke till namngiven samverkan. Skyddade personuppgifter visas aldrig.',
        en: "The own unit's persons; those of other units only with consent to named sharing. Protected identities are never shown.",
      },
    },
    number: {
      type: 'text', class: 'identity', width: 13.5,
      label: { sv: 'Personnummer', en: 'Personal number' },
      description: { sv: 'Personnummer eller samordningsnummer; visas som namnet.', en: 'Personal or coordination number; shown where the name is.' },
    },
    birthDate: {
      type: 'date', class: 'identity', width: 11,
      label: { sv: 'Född', en: 'Born' },
      description: { sv: 'Födelsedatum; visas som namnet.', en: 'Birth date; shown where the name is.' },
    },
    birthMonth: {
      type: 'text', class: 'birth-month', width: 9,
      label: { sv: 'Född (månad)', en: 'Born (month)' },
      description: { sv: "Födelseår och månad för andra enheters personer, så långt de är kända.", en: "Year and month of birth of other units' persons, as far as known." },
    },
    age: {
      type: 'number', class: 'open', width: 7,
      label: { sv: 'Ålder', en: 'Age' },
      description: { sv: 'Fyllda år på avstämningsdagen.', en: 'Whole years on the as-of date.' },
    },
    unit: {
      type: 'text', class: 'open', width: 15,
      label: { sv: 'Enhet', en: 'Unit' },
      description: { sv: 'Enheten som har ärendet.', en: 'The unit that has the case.' },
    },
    caseworker: {
      type: 'text', class: 'matter', width: 16,
      label: { sv: 'Handläggare', en: 'Caseworker' },
      description: { sv: 'Ansvarig handläggare på avstämningsdagen.', en: 'The responsible caseworker on the as-of date.' },
    },
    placement: {
      type: 'code', class: 'whereabouts', width: 13, codes: placement,
      label: { sv: 'Placering', en: 'Placement' },
      description: { sv: 'Placering på avstämningsdagen.', en: 'Placement on the as-of date.' },
    },
    lvu: {
      type: 'yes-no', class: 'matter', width: 7,
      label: { sv: 'LVU', en: 'LVU care' },
      description: { sv: 'Vård enligt LVU på avstämningsdagen. Visas bara för den egna enheten.', en: 'Compulsory care on the as-of date. Shown to the own unit only.' },
    },
    exception: {
      type: 'text', class: 'matter', width: 24,
      label: { sv: 'Undantag', en: 'Exception' },
      description: { sv: 'Undantag i rutinen som flyttar överföringen, med regelns nummer.', en: 'Exception in the routine that moves the transfer, with the id of its rule.' },
    },
    transferDate: {
      type: 'date', class: 'open', width: 12,
      label: { sv: 'Överföring', en: 'Transfer' },
      description: { sv: 'Första dagen som nästa enhet ansvarar, enligt rutinen och det som är känt på avstämningsdagen.', en: 'First day on which the next unit is responsible, by the routine and what is known on the as-of date.' },
    },
    projected: {
      type: 'yes-no', class: 'open', width: 10,
      label: { sv: 'Prognos', en: 'Projected' },
      description: { sv: 'Ja: datumet vilar på ett undantag som väntas bestå.', en: 'Yes: the date rests on an exception that is expected to hold.' },
    },
    overdue: {
      type: 'yes-no', class: 'open', width: 10,
      label: { sv: 'Passerad', en: 'Overdue' },
      description: { sv: 'Ja: överföringsdagen har kommit och överföringen är inte avslutad.', en: 'Yes: the day of transfer has come and the transfer is not completed.' },
    },
    deadline: {
      type: 'date', class: 'open', width: 11,
      label: { sv: 'Senast', en: 'Deadline' },
      description: {
        sv: 'Sista dagen för att i tid koppla in medhandläggare eller avisera; den dagen räknas som i tid. I den tidiga listan: dagen då det helst är gjort.',
        en: 'Last day on which a co-handler is engaged, or notice given, in time; that day included. In the early list: the day by which it is preferably done.',
      },
    },
    advisory: {
      type: 'date', class: 'open', width: 12,
      label: { sv: 'Rådgivande', en: 'Advisory' },
      description: { sv: 'Ett halvår före en senare överföring; ett råd, ingen frist.', en: 'Half a year before a later transfer; advice, not a deadline.' },
    },
    daysToDeadline: {
      type: 'number', class: 'open', width: 8,
      label: { sv: 'Dagar kvar', en: 'Days left' },
      description: { sv: 'Dagar från avstämningsdagen till Senast; negativt när dagen har passerat.', en: 'Days from the as-of date to the deadline; negative when it has passed.' },
    },
    notifiedOn: {
      type: 'date', class: 'open', width: 11,
      label: { sv: 'Aviserad', en: 'Notified' },
      description: { sv: 'Dagen då ärendet aviserades.', en: 'The day on which notice was given.' },
    },
    status: {
      type: 'code', class: 'open', width: 12, codes: deadlineStatus,
      label: { sv: 'Status', en: 'Status' },
      description: {
        sv: 'I tid: gjort senast på dagen. Sent: gjort efter den. Saknas: dagen har passerat. Ej förfallen: dagen är inte passerad.',
        en: 'On time: done by the day. Late: done after it. Missing: the day has passed. Not yet due: it has not.',
      },
    },
    coHandler: {
      type: 'text', class: 'open', width: 17,
      label: { sv: 'Medhandläggare', en: 'Co-handler' },
      description: { sv: 'Enhet som är inkopplad som medhandläggare på avstämningsdagen.', en: 'Unit that co-handles on the as-of date.' },
    },
    coHandlerSince: {
      type: 'date', class: 'open', width: 11.5,
      label: { sv: 'Inkopplad', en: 'Since' },
      description: { sv: 'Medhandläggarens första dag.', en: "The co-handler's first day." },
    },
    need: {
      type: 'code', class: 'assessment', width: 11, codes: needAssessed,
      label: { sv: 'Fortsatt behov', en: 'Continued need' },
      description: { sv: 'Bedömt behov av stöd efter åldersgränsen.', en: 'Assessed need of support after the age limit.' },
    },
    needCategories: {
      type: 'several', class: 'assessment', width: 24, codes: needCategories,
      label: { sv: 'Behovsområden', en: 'Needs' },
      description: { sv: 'Vilket stöd behovet gäller; flera kan anges.', en: 'What the need concerns; several may be given.' },
    },
    receiver: {
      type: 'text', class: 'open', width: 26,
      label: { sv: 'Föreslagen mottagare', en: 'Proposed receiver' },
      description: { sv: 'Beslutad mottagande enhet; annars den som rutinen pekar ut.', en: 'The receiving unit decided; otherwise the one the routine points to.' },
    },
    diagnosis: {
      type: 'code', class: 'assessment', width: 11, codes: diagnosis,
      label: { sv: 'Diagnos', en: 'Diagnosis' },
      description: { sv: 'Vid psykisk funktionsnedsättning: om diagnos är dokumenterad.', en: 'With a mental disability: whether a diagnosis is documented.' },
    },
    consent: {
      type: 'code', class: 'open', width: 11, codes: consent,
      label: { sv: 'Samtycke', en: 'Consent' },
      description: { sv: 'Om samtycke till namngiven samverkan finns i dag.', en: 'Whether there is consent to named sharing today.' },
    },
    reason: {
      type: 'code', class: 'open', width: 22, codes: undeterminedReason,
      label: { sv: 'Oklart därför att', en: 'Undetermined because' },
      description: { sv: 'Varför ansvaret inte kan avgöras.', en: 'Why responsibility cannot be determined.' },
    },
    raiseAt: {
      type: 'code', class: 'open', width: 17, codes: forum,
      label: { sv: 'Tas upp', en: 'Raise at' },
      description: { sv: 'Forum som avgör frågan.', en: 'The forum that settles it.' },
    },
    explanation: {
      type: 'text', class: 'matter', width: 52,
      label: { sv: 'Förklaring', en: 'Explanation' },
      description: { sv: 'Rutinens svar i ord. Visas bara för den egna enheten.', en: "The routine's answer in words. Shown to the own unit only." },
    },
  },
  tones: { status: ['deadline', 'daysToDeadline', 'status'], need: ['need'] },
  sheets: {
    known: {
      name: 'Inventering', table: 'Inventering',
      title: { sv: 'Kända kommande överföringar', en: 'Known coming transfers' },
      description: {
        sv: 'Kända överföringar: fortsatt behov finns och överföringen faller inom terminens horisont, eller har passerat utan att vara avslutad.',
        en: 'Known transfers: a continued need, and a transfer within the horizon of the term or passed without being completed.',
      },
      empty: { sv: 'Inga kända överföringar', en: 'No known transfers' },
      columns: [...identity, ...care, ...due, ...support],
    },
    assessmentMissing: {
      name: 'Bedömning saknas', table: 'BedomningSaknas',
      title: { sv: 'Bedömning saknas', en: 'Assessment missing' },
      description: {
        sv: 'Överföringen faller inom horisonten eller har passerat, men behovet efter åldersgränsen är inte bedömt. Räknas inte som känd.',
        en: 'The transfer is within the horizon or passed, but the need after the age limit is not assessed. Not counted as known.',
      },
      empty: { sv: 'Ingen saknar bedömning', en: 'No assessment is missing' },
      columns: [...identity, ...care, 'transferDate', 'projected', 'overdue', 'coHandler', 'coHandlerSince', 'receiver', 'diagnosis', 'consent'],
    },
    undetermined: {
      name: 'Oklart ansvar', table: 'OklartAnsvar',
      title: { sv: 'Oklart ansvar', en: 'Undetermined responsibility' },
      description: {
        sv: 'Rutinen ger inget svar, eller en avgörande uppgift saknas. Frågan tas upp i det forum som anges. Räknas inte som känd.',
        en: 'The routine gives no answer, or a deciding fact is missing. To be raised at the forum named. Not counted as known.',
      },
      empty: { sv: 'Inget oklart ansvar', en: 'Nothing undetermined' },
      columns: [...identity, 'placement', 'lvu', 'transferDate', 'reason', 'raiseAt', 'explanation', 'coHandler', 'coHandlerSince', 'need', 'needCategories', 'consent'],
    },
    early: {
      name: 'Tidig lista', table: 'TidigLista',
      title: { sv: 'Tidig lista', en: 'Early list' },
      description: {
        sv: 'Personer som under terminen når den ålder då medhandläggare helst är inkopplad (R0-27).',
        en: 'Persons who in the term reach the age by which a co-handler is preferably engaged (R0-27).',
      },
      empty: { sv: 'Ingen på den tidiga listan', en: 'Nobody on the early list' },
      columns: [...identity, ...care, 'deadline', 'coHandler', 'coHandlerSince', 'need', 'needCategories', 'transferDate', 'projected', 'receiver', 'diagnosis', 'consent'],
    },
  },
});

/** A row before masking: what is known of one person, in the report's own words. */
export type TermInventoryRow = RowOf<typeof termInventory>;
