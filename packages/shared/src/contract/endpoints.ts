import type { z } from 'zod';
import * as answer from './answers.ts';
import * as entity from './entities.ts';
import * as field from './fields.ts';
import * as request from './requests.ts';
import type { EndpointName } from './routes.ts';

/** What stored documents are made of as well as messages. */
export { entity, field };

export interface EndpointSchemas {
  query: z.ZodType<Record<string, unknown>>;
  body: z.ZodType<Record<string, unknown>>;
  returns: z.ZodType<Record<string, unknown>>;
}

const { nothing } = request;

/** What each endpoint of the table takes and gives. */
export const SCHEMAS = {
  getOpenApi: { query: nothing, body: nothing, returns: answer.openApi },
  getConfig: { query: nothing, body: nothing, returns: answer.clientConfig },
  getHealth: { query: nothing, body: nothing, returns: answer.health },
  getMe: { query: nothing, body: nothing, returns: entity.profile },
  updateMe: { query: nothing, body: request.profileEdit, returns: entity.profile },
  deleteMe: { query: nothing, body: nothing, returns: answer.accountReceipt },
  listChanges: { query: request.changesQuery, body: nothing, returns: answer.changesDigest },
  listGroups: { query: request.pageQuery, body: nothing, returns: answer.groupsPage },
  createGroup: { query: nothing, body: request.newGroup, returns: answer.changesPage },
  getGroup: { query: nothing, body: nothing, returns: entity.group },
  updateGroup: { query: nothing, body: request.groupEdit, returns: answer.changesPage },
  deleteGroup: { query: nothing, body: nothing, returns: answer.departure },
  pullChanges: { query: request.pullQuery, body: nothing, returns: answer.changesPage },
  addMember: { query: nothing, body: request.newMember, returns: answer.changesPage },
  updateMember: { query: nothing, body: request.memberEdit, returns: answer.changesPage },
  removeMember: { query: nothing, body: nothing, returns: answer.departure },
  listInvites: { query: nothing, body: nothing, returns: answer.invitesList },
  createInvite: { query: nothing, body: request.newInvite, returns: answer.changesPage },
  revokeInvite: { query: nothing, body: nothing, returns: answer.changesPage },
  previewInvite: { query: nothing, body: request.inviteQuestion, returns: answer.invitePreview },
  acceptInvite: { query: nothing, body: request.inviteAnswer, returns: answer.changesPage },
  listExpenses: { query: request.pageQuery, body: nothing, returns: answer.expensesPage },
  getExpense: { query: nothing, body: nothing, returns: entity.expense },
  createExpense: { query: nothing, body: request.newExpense, returns: answer.changesPage },
  updateExpense: { query: nothing, body: request.expenseEdit, returns: answer.changesPage },
  deleteExpense: { query: nothing, body: nothing, returns: answer.changesPage },
  listSettlements: { query: request.pageQuery, body: nothing, returns: answer.settlementsPage },
  createSettlement: { query: nothing, body: request.newSettlement, returns: answer.changesPage },
  updateSettlement: { query: nothing, body: request.settlementEdit, returns: answer.changesPage },
  deleteSettlement: { query: nothing, body: nothing, returns: answer.changesPage },
  getBalances: { query: nothing, body: nothing, returns: answer.balanceSheet },
  listActivity: { query: request.pageQuery, body: nothing, returns: answer.activityPage },
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
