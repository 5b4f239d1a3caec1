import type { Message } from './message.ts';

/** What is done in a group beyond its expenses: settling up, looking things up, and looking after the group. */
export const enGroup = {
  'invite.qrCode': 'QR code of the link',
  'invite.qrHint': 'Or let somebody beside you scan this with their phone’s camera.',
} as const satisfies Record<string, Message>;
