import type { ChangesPage, Expense, ExpenseEdit, ExpensesPage, NewExpense, ParsedQuery } from '@splitifyd/shared/contract';
import type { Line } from './bounds/fair-line.ts';
import { datedCursor } from './cursors/page-cursor.ts';
import * as decide from './decisions/expenses.ts';
import type { Mutation } from './ledger/change.ts';
import type { Ledger } from './ledger/ledger.ts';
import { admit } from './membership.ts';
import type { ExpenseReader, GroupReader, ReadEpoch } from './ports.ts';
import { Problem } from './problem.ts';

interface ExpenseDeps {
  ledger: Ledger;
  groups: GroupReader;
  expenses: ExpenseReader;
  pages: Line;
  readEpoch: ReadEpoch;
  now(): number;
}

export type ExpenseService = ReturnType<typeof createExpenseService>;

export function createExpenseService({ ledger, groups, expenses, pages, readEpoch, now }: ExpenseDeps) {
  return {
    create: (groupId: string, body: NewExpense, mutation: Mutation): Promise<ChangesPage> =>
      ledger.change(
        { endpoint: 'createExpense', groupId, subject: { kind: 'expense', id: body.id } },
        mutation,
        decide.createExpense(body),
      ),

    update: (groupId: string, expenseId: string, edit: ExpenseEdit, mutation: Mutation): Promise<ChangesPage> =>
      ledger.change(
        { endpoint: 'updateExpense', groupId, subject: { kind: 'expense', id: expenseId } },
        mutation,
        decide.updateExpense(edit),
      ),

    delete: (groupId: string, expenseId: string, mutation: Mutation): Promise<ChangesPage> =>
      ledger.change({ endpoint: 'deleteExpense', groupId, subject: { kind: 'expense', id: expenseId } }, mutation, decide.deleteExpense),

    async get(groupId: string, expenseId: string, userId: string): Promise<Expense> {
      const [group, expense] = await Promise.all([groups.get(groupId), expenses.get(groupId, expenseId)]);
      admit('getExpense', group, userId);
      if (!expense || expense.deletedAt !== null) throw new Problem('not-found');
      return expense;
    },

    async list(groupId: string, { limit, cursor }: ParsedQuery<'listExpenses'>, userId: string): Promise<ExpensesPage> {
      const after = cursor === undefined ? null : datedCursor.read(cursor);
      const { group } = admit('listExpenses', await groups.get(groupId), userId);
      const [found, epoch] = await Promise.all([pages.run(userId, () => expenses.list(groupId, limit + 1, after)), readEpoch()]);
      const page = found.slice(0, limit);
      return {
        expenses: page,
        pagination: { limit, total: group.expenseCount, ...datedCursor.next(page, found.length > limit) },
        metadata: { lastChangeTimestamp: group.lastActivityAt, changeCount: group.seq, serverTime: now(), epoch },
      };
    },
  };
}
