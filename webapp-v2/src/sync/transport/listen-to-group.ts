import { announce, expenseChangesOf, groupItself, headOf, type OnPoke } from './announcements.ts';
import { type KeepListeningDeps, keepListening } from './keep-listening.ts';

interface ListenToGroupDeps extends Pick<KeepListeningDeps, 'loadListen' | 'clock' | 'random' | 'signal'> {
  uid: string;
  /** Whether an open group's document is listened to, or the debounced announcements of its expenses. */
  streamsGroups(): Promise<boolean>;
  onPoke: OnPoke;
  /** The rules no longer show this group to the reader, or its head went back: ask the server. */
  onDoubt(groupId: string): void;
}

/** Hears an open group's changes, and when what is held of it may not be what the server has. */
export async function listenToGroup(
  groupId: string,
  { uid, streamsGroups, onPoke, onDoubt, signal, ...listening }: ListenToGroupDeps,
): Promise<void> {
  const isStreamed = await streamsGroups();
  if (signal.aborted) return;
  let head = 0;
  await keepListening({
    ...listening,
    query: (isStreamed ? groupItself : expenseChangesOf)(groupId, uid),
    onDocuments(documents, isLive) {
      announce(documents, onPoke);
      if (!isStreamed || !isLive) return;
      const next = headOf(documents[0]);
      // A head goes back in a restored back-up alone. A poke says nothing of that to a cursor which is beyond it.
      if (documents.length === 0 || next < head) onDoubt(groupId);
      head = next;
    },
    onEnd: () => onDoubt(groupId),
    signal,
  });
}
