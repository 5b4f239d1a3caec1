import type { ExpenseService } from '../../services/expenses.ts';
import type { Handlers } from '../handler.ts';

type ExpenseEndpoint = 'listExpenses' | 'getExpense' | 'createExpense' | 'updateExpense' | 'deleteExpense';

export const expenseHandlers = (expenses: ExpenseService): Pick<Handlers, ExpenseEndpoint> => ({
  listExpenses: ({ params, query, userId }) => expenses.list(params.groupId, query, userId),
  getExpense: ({ params, userId }) => expenses.get(params.groupId, params.expenseId, userId),
  createExpense: ({ params, body, mutation }) => expenses.create(params.groupId, body, mutation),
  updateExpense: ({ params, body, mutation }) => expenses.update(params.groupId, params.expenseId, body, mutation),
  deleteExpense: ({ params, mutation }) => expenses.delete(params.groupId, params.expenseId, mutation),
});
