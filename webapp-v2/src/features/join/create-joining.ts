import { type ReadonlySignal, signal } from '@preact/signals';
import type { InvitePreview } from '@splitifyd/shared/contract';
import type { InvitationStore } from '../../stores/account/invitation.ts';
import type { Failure, Result } from '../../stores/result.ts';
import { mayWorkLater } from './refusal.ts';

type Place = InvitePreview['placeholders'][number];

export interface Joining {
  /** What the link leads to; null while that is being looked at. */
  preview: ReadonlySignal<Result<InvitePreview> | null>;
  /** The place that its reader has asked for last, among several, and could not have any more. */
  lost: ReadonlySignal<Place | null>;
  read(): Promise<void>;
  /** A refusal because the place is not free any more is told once the places that are have been read anew. */
  accept(answer: { displayName: string; claims: string | null }): Promise<Result<{ groupId: string }>>;
}

const PLACE_LOST: ReadonlySet<Failure> = new Set(['already-claimed', 'member-unavailable']);

/** Joining by one link. */
export function createJoining({ preview: look, accept }: InvitationStore, token: string): Joining {
  const preview = signal<Result<InvitePreview> | null>(null);
  const lost = signal<Place | null>(null);

  /** Where the places cannot be read just now, the one that is lost is taken out of those that are known. */
  async function withoutPlace({ id }: Place, known: InvitePreview): Promise<Result<InvitePreview>> {
    const anew = await look(token);
    if (anew.ok || !mayWorkLater(anew.code)) return anew;
    return { ok: true, value: { ...known, placeholders: known.placeholders.filter((place) => place.id !== id) } };
  }

  return {
    preview,
    lost,
    async read() {
      preview.value = null;
      preview.value = await look(token);
    },
    async accept(answer) {
      lost.value = null;
      const joined = await accept(token, answer);
      const known = preview.peek();
      const place = known?.ok && known.value.claims === null && known.value.placeholders.find(({ id }) => id === answer.claims);
      if (joined.ok || !place || !PLACE_LOST.has(joined.code)) return joined;
      preview.value = await withoutPlace(place, known.value);
      lost.value = place;
      return joined;
    },
  };
}
