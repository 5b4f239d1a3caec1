import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { isReachable } from '../editing/reachable.ts';
import type { People } from '../people.ts';
import { isKept } from './is-kept.ts';
import { TypedTexts } from './typed-texts.tsx';

interface UnreachableProps {
  store: OpenGroup;
  drafts: Drafts;
  people: People;
  /** The drafts may be in use, and what happens to them is told there. */
  isSheetOpen: boolean;
}

/**
 * Drafts that nothing leads to, or not any more since what they were for has gone meanwhile: what was typed in them is told. Those
 * without a word would be kept for ever.
 */
export function Unreachable({ store, drafts, people, isSheetOpen }: UnreachableProps) {
  const i18n = useI18n();
  const left = useSignal<ReadonlyMap<string, unknown>>(new Map());
  useEffect(() => {
    if (isSheetOpen) return;
    drafts
      .prune((name, draft) => isKept(name, draft, store, people, i18n))
      .then(() => store.drafts.read())
      .then(
        (read) => {
          left.value = read;
        },
        // What cannot be read cannot be told.
        () => {},
      );
  }, [isSheetOpen]);
  const told = useRef(left.value);
  if (!isSheetOpen) told.current = new Map([...left.value].filter(([name]) => !isReachable(name, store)));
  return (
    <TypedTexts
      left={told.current}
      people={people}
      onDismiss={() => {
        for (const name of told.current.keys()) {
          drafts.drop(name);
          // Typed in another tab, it is not known to this page's forms.
          store.drafts.drop(name);
        }
        left.value = new Map([...left.value].filter(([name]) => !told.current.has(name)));
      }}
    />
  );
}
