/** Why responsibility changes on a day, in plain Swedish and English. */
import type { Bilingual } from '../kernel/text.ts';
import { theFactWords } from '../routine/words.model.ts';
import type { Change } from './timeline.model.ts';

function wordsFor(change: Change): Bilingual {
  switch (change.kind) {
    case 'BIRTHDAY':
      return { sv: `personen fyller ${String(change.age)}`, en: `the person turns ${String(change.age)}` };
    case 'BIRTHDAY_POSSIBLE':
      return {
        sv: `personen kan ha fyllt ${String(change.age)}; födelsedatumet är inte helt känt`,
        en: `the person may have turned ${String(change.age)}; the birth date is not fully known`,
      };
    case 'BIRTHDAY_CERTAIN':
      return { sv: `personen har säkert fyllt ${String(change.age)}`, en: `the person has certainly turned ${String(change.age)}` };
    case 'YEARS_AFTER_END':
      return {
        sv: `det har gått mer än ${String(change.years)} år sedan ${theFactWords[change.fact].sv} upphörde`,
        en: `more than ${String(change.years)} years have passed since ${theFactWords[change.fact].en} ended`,
      };
    case 'NEW_ROUTINE':
      return { sv: 'organisationen börjar följa en annan rutin', en: 'the organisation begins to follow another routine' };
    case 'FACT_BEGINS':
      return { sv: `${theFactWords[change.fact].sv} börjar`, en: `${theFactWords[change.fact].en} begins` };
    case 'FACT_ENDS':
      return { sv: `${theFactWords[change.fact].sv} upphör`, en: `${theFactWords[change.fact].en} ends` };
    case 'NEW_VERSION':
      return { sv: 'en ny version av rutinen börjar gälla', en: 'a new version of the routine comes into force' };
  }
}

/** Why a stretch begins, in one phrase; null where nothing is told. */
export function reasonFor(changes: readonly Change[]): Bilingual | null {
  if (changes.length === 0) return null;
  const words = changes.map(wordsFor);
  return { sv: words.map(({ sv }) => sv).join(' och '), en: words.map(({ en }) => en).join(' and ') };
}
