export const SECTIONS = ['expenses', 'balances', 'activity', 'members'] as const;
export type Section = (typeof SECTIONS)[number];

/** The section an address names; the expenses where it names none or another thing. */
export const sectionOf = (name: string | undefined): Section => SECTIONS.find((section) => section === name) ?? 'expenses';
