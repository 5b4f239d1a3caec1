import type { ReadonlySignal } from '@preact/signals';

/** `live`: changes are announced; `polling`: announcements fail, so the server is asked every 30 s; `offline`: the browser says so. */
export type ConnectionState = 'connecting' | 'live' | 'polling' | 'offline';

export interface ConnectionStore {
  state: ReadonlySignal<ConnectionState>;
}
