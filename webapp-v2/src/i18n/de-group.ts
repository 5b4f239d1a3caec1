import type { enGroup } from './en-group.ts';
import type { Message } from './message.ts';

export const deGroup = {
  'invite.qrCode': 'QR-Code des Links',
  'invite.qrHint': 'Oder lass jemanden neben dir das hier mit der Handykamera scannen.',
} as const satisfies Record<keyof typeof enGroup, Message>;
