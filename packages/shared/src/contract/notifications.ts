/**
 * The poke: one document a group and kind, overwritten in place. It says "the head is now `seq`", so losing or doubling one
 * does no harm. Written by the triggers alone; read by whoever `affectedUsers` names.
 */
export interface Notification {
  groupId: string;
  /** Head of the group that this document announces. */
  seq: number;
  /** Epoch ms, set by the server. */
  timestamp: number;
  /** No other announcement before this moment (epoch ms). */
  windowEndsAt: number;
  type: 'created' | 'modified' | 'deleted';
  fields: string[];
  priority: Priority;
  /** The account that made the change; null where there were several. */
  userId: string | null;
  affectedUsers: string[];
}

/** `expense-changes` names the expenses too, at most 20 of them. */
export interface ExpenseNotification extends Notification {
  expenseIds: string[];
  truncated: boolean;
}

export type Priority = 'high' | 'medium' | 'low';

export const NOTIFICATION_KINDS = {
  'group-changes': { windowMs: 500 },
  'expense-changes': { windowMs: 300 },
} as const;
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
