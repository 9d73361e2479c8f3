/** Free text that people enter: kept short, and without characters that no keyboard has. */
import { invalid } from './faults.ts';

/** The text without blanks around it. @throws Fault where nothing is left, or too much, or control characters */
export function plainText(text: string, path: string, longest = 200): string {
  const trimmed = text.trim();
  if (trimmed === '') {
    throw invalid('TEXT_EMPTY', path, { sv: 'Fältet får inte vara tomt.', en: 'The field must not be empty.' });
  }
  if (trimmed.length > longest) {
    throw invalid('TEXT_TOO_LONG', path, {
      sv: `Högst ${String(longest)} tecken.`,
      en: `At most ${String(longest)} characters.`,
    });
  }
  if (/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(trimmed.replaceAll('\n', ''))) {
    throw invalid('TEXT_NOT_PLAIN', path, {
      sv: 'Texten har styrtecken som inte kan sparas.',
      en: 'The text has control characters that cannot be kept.',
    });
  }
  return trimmed;
}
