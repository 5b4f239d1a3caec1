/** What the user reads, best first, as BCP 47 tags. */
export const preferredLanguages = (): readonly string[] => navigator.languages;
