import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { GroupListStore } from '../../stores/account/group-list.ts';
import type { LeftBehind, LeftBehindStore } from '../../stores/account/left-behind.ts';
import { type Announced, announced, type Departed, departedBetween } from './departed.ts';

export interface Departures {
  /** What is to be told while the group `openId`, if any, is open. */
  told(openId: string | null): Announced[];
  /** Follows the list on from `before` until what it returns is called; `openId`: of the group whose page is open just then. */
  follow(before: readonly Departed[], openId: () => string | null): () => void;
  /** Reads again what went at any time with something half typed in it. */
  look(): void;
  dismiss(groupId: string): void;
}

interface FollowedList extends Pick<GroupListStore, 'status'>, Pick<LeftBehindStore, 'readLeftBehind'> {
  groups: ReadonlySignal<readonly Departed[]>;
}

export function createDepartures({ groups, status, readLeftBehind }: FollowedList): Departures {
  const departed = signal<readonly Departed[]>([]);
  const leftBehind = signal<readonly LeftBehind[]>([]);
  const look = () =>
    void readLeftBehind().then((read) => {
      leftBehind.value = read;
    });
  return {
    told: (openId) => announced(departed.value, leftBehind.value, openId),
    follow(before, openId) {
      let seen = before;
      // Not with the next frame, as an effect of a component: whoever leaves a group is on their way home by then.
      return effect(() => {
        if (status.value !== 'ready') return;
        const gone = departedBetween(seen, groups.value, openId());
        seen = groups.value;
        if (gone.length === 0) return;
        // Not with what was left behind, which can wait for the server: that may be unreachable, and on account of another group.
        departed.value = [...departed.peek(), ...gone];
        look();
      });
    },
    look,
    dismiss(groupId) {
      departed.value = departed.peek().filter(({ id }) => id !== groupId);
      leftBehind.value = leftBehind.peek().filter(({ id }) => id !== groupId);
    },
  };
}
