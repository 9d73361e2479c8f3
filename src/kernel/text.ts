/** Text for people: Swedish first, English second. */
export interface Bilingual {
  readonly sv: string;
  readonly en: string;
}
