import type { ReadonlySignal } from '@preact/signals';
import type { ConnectionState } from '../sync/pokes.ts';

/** `live`: changes are announced; `polling`: announcements fail, so the server is asked every 30 s; `offline`: the browser says so. */
export type { ConnectionState };

export interface ConnectionStore {
  state: ReadonlySignal<ConnectionState>;
}
