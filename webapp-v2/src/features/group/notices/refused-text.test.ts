import { minor } from '@splitifyd/shared/domain';
import { expect, test } from 'vitest';
import { ENGLISH } from '../../../i18n/en.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import type { NoticeOf } from '../../../stores/group/open-group.ts';
import { refusedText } from './refused-text.ts';

const i18n = createI18n({ ...ENGLISH, preferred: ['en-IE'], now: () => 0 });

const refused = (draft?: NoticeOf<'settlement'>['draft']): NoticeOf<'settlement'> => ({
  id: 'n',
  groupId: 'g',
  kind: 'settlement',
  entityId: 's',
  action: 'create',
  code: 'not-found',
  ...(draft && { draft }),
});

test('[INV2] what was typed into a group that is gone can be read still', () => {
  const draft = { from: 'a', to: 'b', amount: minor(1250), currency: 'EUR', date: '2026-11-21', note: 'For the boat' };
  expect(refusedText(refused(draft), i18n)).toBe('€12.50 · Sat 21 Nov 2026 · For the boat');
});

test('of an edit only what it was to change is told, of a deletion nothing', () => {
  expect(refusedText(refused({ note: 'For the boat' }), i18n)).toBe('For the boat');
  expect(refusedText(refused(), i18n)).toBe('');
});
