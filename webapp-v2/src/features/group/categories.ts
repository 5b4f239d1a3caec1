/** What an expense may be for, in the order offered. The server takes any word, so newer ones are shown as "general". */
export const CATEGORIES = [
  'general',
  'food',
  'groceries',
  'drinks',
  'transport',
  'lodging',
  'leisure',
  'shopping',
  'household',
  'utilities',
  'health',
  'gifts',
] as const;

export type Category = (typeof CATEGORIES)[number];

export const asCategory = (name: string): Category => CATEGORIES.find((category) => category === name) ?? 'general';
