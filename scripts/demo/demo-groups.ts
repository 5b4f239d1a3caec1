import type { SplitMode } from '@splitifyd/shared/domain';

/** One expense of the demo. People are named by what they are called in the group; amounts are minor units. */
export interface DemoExpense {
  daysAgo: number;
  description: string;
  category: string;
  amount: number;
  currency?: string;
  paidBy: string | Record<string, number>;
  split: { mode: SplitMode; entries: Record<string, number> };
}

/** Somebody paid somebody back. */
interface DemoPayment {
  daysAgo: number;
  from: string;
  to: string;
  amount: number;
  note: string;
}

export interface DemoGroup {
  name: string;
  description: string;
  currency: string;
  /** The first one creates the group, the others join by an invitation. */
  accounts: [string, ...string[]];
  placeholders: string[];
  expenses: DemoExpense[];
  payments?: DemoPayment[];
}

const equally = (...names: string[]): DemoExpense['split'] => ({
  mode: 'equal',
  entries: Object.fromEntries(names.map((name) => [name, 1])),
});

const [MARA, TOBIN, SURI] = ['Mara Linde', 'Tobin Feld', 'Suri Okano'] as const;
const PELLE = 'Pelle Quist';

export const DEMO_PAYMENT_NOTE = 'By bank transfer';

/** Invented people and places. */
export const DEMO_GROUPS: readonly DemoGroup[] = [
  {
    name: 'Flat on Alder Lane',
    description: 'Rent, power and what is in the fridge',
    currency: 'EUR',
    accounts: [MARA, TOBIN, SURI],
    placeholders: [],
    expenses: [
      {
        daysAgo: 40,
        description: 'Rent',
        category: 'home',
        amount: 145_000,
        paidBy: MARA,
        split: { mode: 'percent', entries: { [MARA]: 4000, [TOBIN]: 3250, [SURI]: 2750 } },
      },
      { daysAgo: 31, description: 'Power and heating', category: 'home', amount: 11_840, paidBy: TOBIN, split: equally(MARA, TOBIN, SURI) },
      {
        daysAgo: 12,
        description: 'Groceries for the week',
        category: 'food',
        amount: 8_765,
        paidBy: SURI,
        split: equally(MARA, TOBIN, SURI),
      },
      {
        daysAgo: 9,
        description: 'Rent',
        category: 'home',
        amount: 145_000,
        paidBy: MARA,
        split: { mode: 'percent', entries: { [MARA]: 4000, [TOBIN]: 3250, [SURI]: 2750 } },
      },
      { daysAgo: 4, description: 'Dishwasher repair', category: 'home', amount: 9_500, paidBy: TOBIN, split: equally(MARA, TOBIN, SURI) },
      { daysAgo: 1, description: 'Coffee beans', category: 'food', amount: 1_000, paidBy: SURI, split: equally(MARA, TOBIN, SURI) },
    ],
    payments: [{ daysAgo: 7, from: TOBIN, to: MARA, amount: 50_000, note: DEMO_PAYMENT_NOTE }],
  },
  {
    name: 'Six days in Hokkaido',
    description: 'Two currencies and one suitcase too many',
    currency: 'JPY',
    accounts: [TOBIN, MARA],
    placeholders: [PELLE],
    expenses: [
      {
        daysAgo: 75,
        description: 'Train passes',
        category: 'transport',
        amount: 72_000,
        paidBy: TOBIN,
        split: equally(MARA, TOBIN, PELLE),
      },
      {
        daysAgo: 74,
        description: 'Ryokan, two nights',
        category: 'lodging',
        amount: 98_001,
        paidBy: { [MARA]: 50_000, [TOBIN]: 48_001 },
        split: equally(MARA, TOBIN, PELLE),
      },
      {
        daysAgo: 73,
        description: 'Ramen and gyoza',
        category: 'food',
        amount: 5_480,
        paidBy: PELLE,
        split: { mode: 'shares', entries: { [MARA]: 1, [TOBIN]: 2, [PELLE]: 1 } },
      },
      {
        daysAgo: 80,
        description: 'Travel insurance',
        category: 'general',
        amount: 6_390,
        currency: 'EUR',
        paidBy: MARA,
        split: { mode: 'adjustment', entries: { [MARA]: 0, [TOBIN]: 0, [PELLE]: 450 } },
      },
    ],
  },
  {
    name: 'Choir weekend',
    description: '',
    currency: 'EUR',
    accounts: [SURI, MARA],
    placeholders: [],
    expenses: [],
  },
];
