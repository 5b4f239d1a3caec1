import type { Member } from '@splitifyd/shared/contract';
import { expect, test } from 'vitest';
import { dropped, gone, invitation, inviting, person, placeholder } from './decisions/testing/household.ts';
import { createInviteService } from './invites.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { GroupReader, InviteReader } from './ports.ts';

/** What Mara is told of an invitation for anybody and one for Jonte, as he is by then. */
async function listed(...jonte: Member[]) {
  const group = inviting(...jonte);
  const { i: open } = group.openInvites;
  const both = [invitation, { ...invitation, id: 'for-jonte', claims: 'jonte', issuedSeq: 10 }];
  const service = createInviteService({
    ledger: {} as Ledger,
    groups: { get: async () => ({ ...group, openInvites: { i: open, 'for-jonte': open } }) } as unknown as GroupReader,
    invites: { named: async (ids: string[]) => both.filter((invite) => ids.includes(invite.id)) } as unknown as InviteReader,
    now: () => 5000,
  });
  return (await service.list('g', 'account-of-mara')).invites.map((invite) => invite.id);
}

test('[REST36] an invitation for one placeholder is listed as long as that is one', async () => {
  expect(await listed(placeholder('jonte'))).toEqual(['for-jonte', 'i']);
  for (const jonte of [person('jonte', 'member'), gone('jonte'), dropped('jonte')]) expect(await listed(jonte)).toEqual(['i']);
  expect(await listed()).toEqual(['i']);
});
