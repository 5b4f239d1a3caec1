/** What a group's drafts are for. */
export const draftName = {
  newExpense: 'new expense',
  newPayment: 'new payment',
  newMember: 'new member',
  settings: 'settings',
  copy: (expenseId: string) => `copy of ${expenseId}`,
  edit: (entityId: string) => `edit of ${entityId}`,
  refused: (noticeId: string) => `refused ${noticeId}`,
  member: (memberId: string) => `member ${memberId}`,
  payment: ({ from, to, currency, amount }: { from: string; to: string; currency: string; amount: number }) =>
    `payment ${from} ${to} ${currency} ${amount}`,
};
