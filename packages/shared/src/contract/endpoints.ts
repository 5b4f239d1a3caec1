import type { z } from 'zod';
import * as entity from './entities.ts';
import * as field from './fields.ts';
import * as message from './messages.ts';
import type { EndpointName } from './routes.ts';

/** What stored documents are made of as well as messages. */
export { entity, field };

export interface EndpointSchemas {
  query: z.ZodType<Record<string, unknown>>;
  body: z.ZodType<Record<string, unknown>>;
  returns: z.ZodType<Record<string, unknown>>;
}

const { nothing } = message;

/** What each endpoint of the table takes and gives. */
export const SCHEMAS = {
  getOpenApi: { query: nothing, body: nothing, returns: message.openApi },
  getConfig: { query: nothing, body: nothing, returns: message.clientConfig },
  getHealth: { query: nothing, body: nothing, returns: message.health },
  getMe: { query: nothing, body: nothing, returns: entity.profile },
  updateMe: { query: nothing, body: message.profileEdit, returns: entity.profile },
  deleteMe: { query: nothing, body: nothing, returns: message.accountReceipt },
  listChanges: { query: message.changesQuery, body: nothing, returns: message.changesDigest },
  listGroups: { query: message.pageQuery, body: nothing, returns: message.groupsPage },
  createGroup: { query: nothing, body: message.newGroup, returns: message.changesPage },
  getGroup: { query: nothing, body: nothing, returns: entity.group },
  updateGroup: { query: nothing, body: message.groupEdit, returns: message.changesPage },
  deleteGroup: { query: nothing, body: nothing, returns: message.departure },
  pullChanges: { query: message.pullQuery, body: nothing, returns: message.changesPage },
  addMember: { query: nothing, body: message.newMember, returns: message.changesPage },
  updateMember: { query: nothing, body: message.memberEdit, returns: message.changesPage },
  removeMember: { query: nothing, body: nothing, returns: message.departure },
  listInvites: { query: nothing, body: nothing, returns: message.invitesList },
  createInvite: { query: nothing, body: message.newInvite, returns: message.changesPage },
  revokeInvite: { query: nothing, body: nothing, returns: message.changesPage },
  previewInvite: { query: nothing, body: message.inviteQuestion, returns: message.invitePreview },
  acceptInvite: { query: nothing, body: message.inviteAnswer, returns: message.changesPage },
  listExpenses: { query: message.pageQuery, body: nothing, returns: message.expensesPage },
  getExpense: { query: nothing, body: nothing, returns: entity.expense },
  createExpense: { query: nothing, body: message.newExpense, returns: message.changesPage },
  updateExpense: { query: nothing, body: message.expenseEdit, returns: message.changesPage },
  deleteExpense: { query: nothing, body: nothing, returns: message.changesPage },
  listSettlements: { query: message.pageQuery, body: nothing, returns: message.settlementsPage },
  createSettlement: { query: nothing, body: message.newSettlement, returns: message.changesPage },
  updateSettlement: { query: nothing, body: message.settlementEdit, returns: message.changesPage },
  deleteSettlement: { query: nothing, body: nothing, returns: message.changesPage },
  getBalances: { query: nothing, body: nothing, returns: message.balanceSheet },
  listActivity: { query: message.pageQuery, body: nothing, returns: message.activityPage },
} as const satisfies Record<EndpointName, EndpointSchemas>;

type Schemas = typeof SCHEMAS;

/** What a client sends (before defaults) and the server works with (after them). */
export type RequestBody<Name extends EndpointName> = z.input<Schemas[Name]['body']>;
export type ParsedBody<Name extends EndpointName> = z.output<Schemas[Name]['body']>;
export type RequestQuery<Name extends EndpointName> = z.input<Schemas[Name]['query']>;
export type ParsedQuery<Name extends EndpointName> = z.output<Schemas[Name]['query']>;
export type ResponseBody<Name extends EndpointName> = z.output<Schemas[Name]['returns']>;

export type NewExpense = ParsedBody<'createExpense'>;
export type ProfileEdit = ParsedBody<'updateMe'>;
export type ExpenseEdit = ParsedBody<'updateExpense'>;
export type NewGroup = ParsedBody<'createGroup'>;
export type NewSettlement = ParsedBody<'createSettlement'>;
export type SettlementEdit = ParsedBody<'updateSettlement'>;
export type ChangesPage = ResponseBody<'pullChanges'>;
export type GroupsPage = ResponseBody<'listGroups'>;
export type ExpensesPage = ResponseBody<'listExpenses'>;
export type SettlementsPage = ResponseBody<'listSettlements'>;
export type ActivityPage = ResponseBody<'listActivity'>;
export type ChangesDigest = ResponseBody<'listChanges'>;
export type AccountReceipt = ResponseBody<'deleteMe'>;
export type Departure = ResponseBody<'removeMember'>;
export type InvitesList = ResponseBody<'listInvites'>;
export type InvitePreview = ResponseBody<'previewInvite'>;
export type BalanceSheet = ResponseBody<'getBalances'>;
