import type { InvitePreview } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import type { Failure, Result } from '../../stores/result.ts';
import { createJoining } from './create-joining.ts';

const [ADA, BO] = [
  { id: 'ada', displayName: 'Ada' },
  { id: 'bo', displayName: 'Bo' },
];
const PREVIEW: InvitePreview = { groupName: 'Cabin', role: 'member', joinedGroupId: null, placeholders: [ADA, BO], claims: null };
const AS_ADA = { displayName: 'Ada', claims: 'ada' };

const shows = (value: InvitePreview): Result<InvitePreview> => ({ ok: true, value });
const fails = (code: Failure) => ({ ok: false, code }) as const;

/** A link that shows the given things, one after the other, and lets nobody in. */
async function opened(shown: Result<InvitePreview>[], refusal: Failure) {
  const asked = shown.values();
  const look = async () => asked.next().value ?? fails('internal');
  const joining = createJoining({ preview: look, accept: async () => fails(refusal) }, 'token');
  await joining.read();
  return joining;
}

test.each(['already-claimed', 'member-unavailable'] as const)(
  '[FLOW7] where a place of several is not free any more (%s) those that are are read anew, and which one went is known',
  async (code) => {
    const left = { ...PREVIEW, placeholders: [BO] };
    const joining = await opened([shows(PREVIEW), shows(left)], code);
    expect(await joining.accept(AS_ADA)).toEqual({ ok: false, code });
    expect([joining.preview.value, joining.lost.value]).toEqual([shows(left), ADA]);
  },
);

test('[FLOW7] where they cannot be read anew the one that went is taken out of those that are known', async () => {
  const joining = await opened([shows(PREVIEW), fails('offline')], 'already-claimed');
  await joining.accept(AS_ADA);
  expect([joining.preview.value, joining.lost.value]).toEqual([shows({ ...PREVIEW, placeholders: [BO] }), ADA]);
});

test('[FLOW7] an invitation that has ended meanwhile is told as that', async () => {
  const joining = await opened([shows(PREVIEW), fails('invite-expired')], 'already-claimed');
  await joining.accept(AS_ADA);
  expect(joining.preview.value).toEqual(fails('invite-expired'));
});

test('[FLOW7] of an invitation for one place nothing is read anew, nor after another refusal', async () => {
  const forAda = { ...PREVIEW, placeholders: [ADA], claims: 'ada' };
  for (const [preview, code] of [
    [forAda, 'already-claimed'],
    [PREVIEW, 'group-full'],
  ] as const) {
    const joining = await opened([shows(preview)], code);
    await joining.accept(AS_ADA);
    expect([joining.preview.value, joining.lost.value]).toEqual([shows(preview), null]);
  }
});
