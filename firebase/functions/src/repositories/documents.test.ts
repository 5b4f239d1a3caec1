import { readFileSync } from 'node:fs';
import type { DocumentData } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import { expect, test } from 'vitest';
import { decodeInvite, encodeInvite, encodeReceipt } from './documents.ts';

const DAY_MS = 24 * 3_600_000;
const invite = {
  ...({ id: 'i', role: 'viewer', claims: null, expiresAt: 30 * DAY_MS, uses: 0, createdBy: 'mara' } as const),
  ...{ groupId: 'g', createdAt: 0, issuedSeq: 2, revokedAt: null },
};

test('[REST43] an invitation is kept for 180 days after it has expired, and read without that', () => {
  const stored = encodeInvite(invite);
  expect(stored.expireAt).toEqual(Timestamp.fromMillis(210 * DAY_MS));
  const snapshot = { exists: true, data: () => stored } as Parameters<typeof decodeInvite>[0];
  expect(decodeInvite(snapshot)).toEqual(invite);
});

const receipt = { requestHash: 'h', outcome: { kind: 'group', groupId: 'g', seq: 1 } as const, at: 0, expiresAt: DAY_MS };
const EXPIRING: [collection: string, document: DocumentData][] = [
  ['mutations', encodeReceipt(receipt)],
  ['invites', encodeInvite(invite)],
];

test.for(EXPIRING)('Firestore is told to delete %s by itself, and needs a timestamp for it', ([collectionGroup, { expireAt }]) => {
  const { fieldOverrides } = JSON.parse(readFileSync(new URL('../../../../firestore.indexes.json', import.meta.url), 'utf8'));
  expect(fieldOverrides).toContainEqual({ collectionGroup, fieldPath: 'expireAt', ttl: true, indexes: [] });
  expect(expireAt).toBeInstanceOf(Timestamp);
});
