import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DraftShelf } from '../../../stores/draft-shelf.ts';
import type { People } from '../people.ts';
import { TypedTexts } from './typed-texts.tsx';

/** Of a group that is gone for its reader: what they had typed and not saved. */
export function TypedBefore({ drafts, people }: { drafts: DraftShelf; people: People }) {
  const left = useSignal<ReadonlyMap<string, unknown>>(new Map());
  useEffect(() => {
    drafts.read().then(
      (read) => {
        left.value = read;
      },
      // What cannot be read cannot be told.
      () => {},
    );
  }, [drafts]);
  return (
    <TypedTexts
      left={left.value}
      people={people}
      onDismiss={() => {
        for (const name of left.value.keys()) drafts.drop(name);
        left.value = new Map();
      }}
    />
  );
}
