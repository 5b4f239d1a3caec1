import type { EndpointName } from '@splitifyd/shared/contract';

interface Words {
  summary: string;
  /** What neither the schemas nor the table of roles can say. */
  more?: string;
}

const ONE_ENTRY = 'The answer is a changes page with its one entry.';
const DEPARTURE = 'The answer is the `seq` of the change alone, since its author may not be in the group any more.';

/** What every endpoint is for, in a line; here and not in the endpoint table, which travels with the page. */
export const SUMMARIES: Record<EndpointName, Words> = {
  getOpenApi: { summary: 'This document' },
  getConfig: { summary: 'Features that are switched on for this account' },
  getHealth: { summary: 'Whether the service and its database answer, and which build it is' },

  getMe: { summary: 'The own profile' },
  updateMe: { summary: 'Edit the own profile' },
  deleteMe: {
    summary: 'Delete the own account',
    more: 'It becomes a placeholder in each of its groups, whose balances and expenses stay. Its sign-in is deleted last. Sent again, under any key, an interrupted deletion goes on.',
  },

  listChanges: {
    summary: 'What is new over all of the own groups',
    more: 'Without `cursor` all of them. Then, with the `cursor` of the last answer, those that changed or were lost since.',
  },
  listGroups: { summary: 'The own groups, page by page' },
  createGroup: { summary: 'Make a group, and be its administrator', more: ONE_ENTRY },
  getGroup: { summary: 'A group with its members and balances' },
  updateGroup: { summary: "Edit a group's name, description, currency or settings", more: ONE_ENTRY },
  deleteGroup: { summary: 'Delete a group for all of its members', more: DEPARTURE },
  pullChanges: {
    summary: 'What happened in a group since a `seq`',
    more: 'Begin with `since=0`, a snapshot: the group with its newest expenses, settlements and entries. Then ask with `since` = `nextSince`: entries in order, none left out. After `reload-required` begin again.',
  },

  addMember: { summary: 'Add a placeholder: a member without an account', more: ONE_ENTRY },
  updateMember: {
    summary: "Edit a member's name or role",
    more: `Everybody edits their own name, members those of placeholders too, administrators every name and role. ${ONE_ENTRY}`,
  },
  removeMember: {
    summary: 'Leave a group, or remove a member from it',
    more: `Everybody may leave, administrators remove others; never with an open balance. ${DEPARTURE}`,
  },

  listInvites: { summary: 'The open invitations of a group' },
  createInvite: { summary: 'Make an invitation', more: `The client makes the token and hands it on; it is open for 30 days. ${ONE_ENTRY}` },
  revokeInvite: { summary: 'Withdraw an invitation', more: ONE_ENTRY },
  previewInvite: { summary: 'What the bearer of an invitation may know before joining' },
  acceptInvite: {
    summary: 'Join a group by an invitation',
    more: `As a new member, in the place of a placeholder, or back in the own old place. ${ONE_ENTRY} Who is in the group already changes nothing, and gets no entry.`,
  },

  listExpenses: { summary: 'The expenses of a group, newest date first, page by page' },
  getExpense: { summary: 'One expense' },
  createExpense: {
    summary: 'Add an expense',
    more: `Payers and participants are in the group: \`active\` or \`placeholder\`. ${ONE_ENTRY}`,
  },
  updateExpense: { summary: 'Edit an expense', more: ONE_ENTRY },
  deleteExpense: { summary: 'Delete an expense, and take back what it did to the balances', more: ONE_ENTRY },

  listSettlements: { summary: 'The settlements of a group, newest date first, page by page' },
  createSettlement: {
    summary: 'Note that one member paid another',
    more: `Who has left may settle, too; nobody settles with themselves. ${ONE_ENTRY}`,
  },
  updateSettlement: { summary: 'Edit a settlement', more: `Nobody settles with themselves. ${ONE_ENTRY}` },
  deleteSettlement: { summary: 'Delete a settlement, and take back what it did to the balances', more: ONE_ENTRY },

  getBalances: { summary: 'Who owes and is owed what, and the transfers that would settle it' },
  listActivity: { summary: 'What happened in a group, newest first, page by page' },
};
