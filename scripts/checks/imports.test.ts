import { expect, test } from 'vitest';
import { forbiddenImports } from './imports.ts';

const PLANTED = [
  ['packages/shared/src/domain/money.ts', "import { z } from 'zod';", 'domain may not import this package'],
  ['packages/shared/src/domain/money.ts', "import { Expense } from '../contract/entities.ts';", 'domain may not import contract'],
  [
    'firebase/functions/src/services/expenses.ts',
    "import { getFirestore } from 'firebase-admin/firestore';",
    'services may not import this package',
  ],
  ['firebase/functions/src/services/expenses.ts', "import { logger } from 'firebase-functions';", 'services may not import this package'],
  [
    'firebase/functions/src/services/expenses.ts',
    "import { createDebtReader } from '../repositories/debts.ts';",
    'services may not import repositories',
  ],
  ['firebase/functions/src/http/app.ts', "import { getFirestore } from 'firebase-admin/firestore';", 'http may not import this package'],
  [
    'firebase/functions/src/http/app.ts',
    "import { createDebtReader } from '../repositories/debts.ts';",
    'http may not import repositories',
  ],
  [
    'firebase/functions/src/repositories/debts.ts',
    "import { createHealth } from '../services/health.ts';",
    'repositories may not import services',
  ],
  [
    'firebase/functions/src/triggers/announce-changes.ts',
    "import { createDebtReader } from '../repositories/debts.ts';",
    'may not import repositories',
  ],
  [
    'firebase/functions/src/observability/log.ts',
    "import { createHealth } from '../services/health.ts';",
    'observability may not import services',
  ],
  [
    'webapp-v2/src/features/group/group-page.tsx',
    "import { GroupRow } from '../groups/group-row.tsx';",
    'features may not import a sibling feature',
  ],
  [
    'webapp-v2/src/features/group/group-page.tsx',
    "const row = await import('../groups/group-row.tsx');",
    'features may not import a sibling feature',
  ],
  ['webapp-v2/src/features/group/group-page.tsx', "import { pull } from '../../sync/pull-loop.ts';", 'features may not import sync'],
  ['webapp-v2/src/features/group/group-page.tsx', "import { getAuth } from 'firebase/auth';", 'features may not import this package'],
  ['webapp-v2/src/sync/pull-loop.ts', "import { signal } from '@preact/signals';", 'sync may not import this package'],
  ['webapp-v2/src/sync/pull-loop.ts', "import type { Row } from '../stores/group/open-group.ts';", 'sync may not import stores'],
  ['webapp-v2/src/stores/account/session.ts', "import { newExpense } from '@splitifyd/shared/schemas';", 'stores may not import schemas'],
  ['webapp-v2/src/ui/button.tsx', "import { session } from '../stores/account/session.ts';", 'ui may not import stores'],
  ['webapp-v2/src/i18n/money-format.ts', "import { Expense } from '@splitifyd/shared/contract';", 'i18n may not import contract'],
  ['webapp-v2/src/local-db/memory-db.ts', "import { clock } from '../platform/clock.ts';", 'local-db may not import platform'],
  ['webapp-v2/src/utils/misc.ts', '', 'belongs to no room'],
  [
    'packages/shared/src/domain/money.ts',
    "import { amount } from './testing/arbitraries.ts';",
    'domain may not import what is there for tests',
  ],
  ['webapp-v2/src/main.tsx', "import { judge } from './app/wiring.test.ts';", 'app may not import what is there for tests'],
  ['firebase/functions/src/services/health.ts', "import { SCHEMAS } from '@splitifyd/shared/schemas';", 'services may not import schemas'],
  [
    'firebase/functions/src/services/health.test.ts',
    "import { createGroupReader } from '../repositories/readers.ts';",
    'services may not import repositories',
  ],
] as const;

test.each(PLANTED)('a violation in %s is caught: %s', (path, text, complaint) => {
  expect(forbiddenImports(path, text)).toEqual([expect.stringContaining(complaint)]);
});

const FINE = [
  [
    'webapp-v2/src/features/group/group-page.tsx',
    "import { GroupHeader } from './group-header.tsx';\nimport { Button } from '../../ui/button.tsx';\nimport { h } from 'preact';",
  ],
  [
    'webapp-v2/src/sync/replica/view.ts',
    "import { expenseEffect } from '@splitifyd/shared/domain';\nimport type { Clock } from '../../platform/clock.ts';",
  ],
  [
    'firebase/functions/src/repositories/debts.ts',
    "import { getFirestore } from 'firebase-admin/firestore';\nimport type { Groups } from '../services/ports.ts';",
  ],
  [
    'packages/shared/src/domain/money.test.ts',
    "import fc from 'fast-check';\nimport { expect } from 'vitest';\nimport { amount } from './testing/arbitraries.ts';",
  ],
  ['packages/shared/src/domain/testing/arbitraries.ts', "import fc from 'fast-check';\nimport { minor } from '../money.ts';"],
  ['firebase/functions/src/services/health.test.ts', "import { SCHEMAS } from '@splitifyd/shared/schemas';"],
] as const;

test.each(FINE)('imports along the arrows pass in %s', (path, text) => {
  expect(forbiddenImports(path, text)).toEqual([]);
});

test('an import over several lines is seen, with its line', () => {
  const text = "const a = 1;\nimport {\n  one,\n  two,\n} from '../stores/account/session.ts';\n";
  expect(forbiddenImports('webapp-v2/src/ui/button.tsx', text)).toEqual([expect.stringContaining('button.tsx:2:')]);
});

test('a re-export is an import', () => {
  expect(forbiddenImports('webapp-v2/src/ui/button.tsx', "export * from '../stores/account/session.ts';\n")).toHaveLength(1);
});
