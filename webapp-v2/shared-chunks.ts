import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const UI = 'webapp-v2/src/ui';
const GROUP = 'webapp-v2/src/features/group';
const SHARED = 'packages/shared/src';

/**
 * What several pages and sheets share comes in a few files: dozens of small ones compress worse and are asked for one by one. Each is
 * named here with the files that it holds, and the folders of which it holds what lies directly in them; the first that names a file
 * has it. By hand, as imports do not tell it: those of the shared package pass through one entrance, and chunks by who shares what
 * weigh more in all. `npm run bench -- bundle` has the weights.
 */
const CHUNKS: Readonly<Record<string, readonly string[]>> = {
  // Every form, that for signing in too, which nothing else may burden.
  form: [
    ...['choice', 'field', 'input', 'notice', 'password-field', 'pause', 'text-field'].map((name) => `${UI}/${name}.tsx`),
    ...['submission', 'use-form'].map((name) => `${UI}/${name}.ts`),
    `${SHARED}/contract/limits.ts`,
    `${SHARED}/domain/text.ts`,
  ],
  // What an expense comes to.
  sums: ['allocate', 'pairwise', 'payers', 'split'].map((name) => `${SHARED}/domain/${name}.ts`),
  // What a group shares with its sheets and the list.
  ledger: [
    GROUP,
    ...['words', 'ledger', 'expenses', 'balances', 'activity'].map((folder) => `${GROUP}/${folder}`),
    ...['editing/draft-name', 'search/filter'].map((name) => `${GROUP}/${name}.ts`),
    ...['routes', 'money-fields', 'membership', 'admission', 'roles', 'edits'].map((name) => `${SHARED}/contract/${name}.ts`),
    ...['amount', 'section-links', 'select-field', 'sheet', 'editing/use-draft'].map((name) => `${UI}/${name}.tsx`),
    ...['draft', 'drafts', 'use-drafts'].map((name) => `${UI}/editing/${name}.ts`),
  ],
};

/** As groups of Rolldown's `codeSplitting`. @throws Error where a file or folder has gone */
export const sharedChunks = Object.entries(CHUNKS).map(([name, places]) => {
  const paths = places.map((place) => join(import.meta.dirname, '..', place));
  for (const path of paths) if (!existsSync(path)) throw new Error(`${path} is no more: say in shared-chunks.ts what took its place`);
  return { name, minShareCount: 2, test: (id: string) => paths.includes(id) || paths.includes(dirname(id)) };
});
