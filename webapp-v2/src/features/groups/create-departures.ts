import { signal } from '@preact/signals';
import type { LeftBehind, LeftBehindStore } from '../../stores/account/left-behind.ts';
import { type Announced, announced, type Departed } from './departed.ts';

export interface Departures {
  /** What is to be told while the group `openId`, if any, is open. */
  told(openId: string | null): Announced[];
  /** `gone` went just now; what went earlier is read again. */
  look(gone?: readonly Departed[]): void;
  dismiss(groupId: string): void;
}

export function createDepartures({ readLeftBehind }: Pick<LeftBehindStore, 'readLeftBehind'>): Departures {
  const departed = signal<readonly Departed[]>([]);
  const leftBehind = signal<readonly LeftBehind[]>([]);
  return {
    told: (openId) => announced(departed.value, leftBehind.value, openId),
    look(gone = []) {
      // Not with what was left behind, which can wait for the server: that may be unreachable, and on account of another group.
      if (gone.length > 0) departed.value = [...departed.peek(), ...gone];
      void readLeftBehind().then((read) => {
        leftBehind.value = read;
      });
    },
    dismiss(groupId) {
      departed.value = departed.peek().filter(({ id }) => id !== groupId);
      leftBehind.value = leftBehind.peek().filter(({ id }) => id !== groupId);
    },
  };
}
