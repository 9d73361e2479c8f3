/** Reasons in plain Swedish and English: the deciding row's own words with the case's dates and units filled in. */
import type { LocalDate } from '../kernel/local-date.ts';
import type { Bilingual } from '../kernel/text.ts';
import { birthdayIn } from '../routine/situation.rules.ts';
import type { Situation } from '../routine/situation.model.ts';
import type { Verdict } from '../routine/table.model.ts';
import type { TemplatePlace } from '../routine/template.rules.ts';
import type { RoutineVersion } from '../routine/version.model.ts';
import type { UnitKey } from './question.model.ts';

export interface ExplanationDates {
  readonly asOf: LocalDate;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly nextTransfer: LocalDate | null;
}

const noUnit: Bilingual = { sv: 'ingen enhet', en: 'no unit' };
const openEnd: Bilingual = { sv: 'tills vidare', en: 'until further notice' };

const askedFacts: Bilingual = {
  sv: 'Det går inte att avgöra: uppgifter som skulle avgöra frågan är registrerade som osäkra. Under tiden ansvarar {interim}.',
  en: 'It cannot be decided: facts that would settle it are registered as not known. Meanwhile {interim} is responsible.',
};

function joined(units: readonly UnitKey[], language: keyof Bilingual, name: (unit: UnitKey) => Bilingual): string {
  const names = units.map((unit) => name(unit)[language]);
  return names.length === 0 ? noUnit[language] : names.join(language === 'sv' ? ' och ' : ' and ');
}

/** The reason for a verdict. `coordinator` names the coordinating caseworker's unit, where there is one. */
export function explain(
  version: RoutineVersion,
  situation: Situation,
  verdict: Verdict,
  dates: ExplanationDates,
  coordinator: UnitKey | null = null,
): Bilingual {
  const nameOf = (unit: UnitKey | null): Bilingual => (unit === null ? noUnit : (version.entry.units[unit] ?? noUnit));
  const place = (name: TemplatePlace, language: keyof Bilingual): string => {
    switch (name) {
      case 'asOf':
        return dates.asOf;
      case 'validFrom':
        return dates.validFrom ?? openEnd[language];
      case 'validTo':
        return dates.validTo ?? openEnd[language];
      case 'nextTransfer':
        return dates.nextTransfer ?? openEnd[language];
      case 'parallel':
        return joined(verdict.parallel, language, nameOf);
      case 'coordinator':
        return nameOf(coordinator)[language];
      default:
        return nameOf(verdict[name])[language];
    }
  };
  if (verdict.isUnknown) {
    const interim = nameOf(verdict.interim);
    return { sv: askedFacts.sv.replace('{interim}', interim.sv), en: askedFacts.en.replace('{interim}', interim.en) };
  }
  const own = verdict.row.because({ place, birthday: (age) => birthdayIn(situation, age) });
  if (verdict.beside.length === 0) return own;
  const others = verdict.beside.map((other) => explain(version, situation, { ...other, beside: [] }, dates));
  return {
    sv: [own.sv, ...others.map(({ sv }) => sv)].join(' '),
    en: [own.en, ...others.map(({ en }) => en)].join(' '),
  };
}
