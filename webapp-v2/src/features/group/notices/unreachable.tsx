import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { OpenGroup } from '../../../stores/group/open-group.ts';
import type { Drafts } from '../../../ui/editing/drafts.ts';
import { isReachable } from '../editing/reachable.ts';
import type { People } from '../people.ts';
import { isKept } from './is-kept.ts';
import { TypedBefore } from './typed-before.tsx';

interface UnreachableProps {
  store: OpenGroup;
  drafts: Drafts;
  people: People;
}

/** Drafts of an earlier visit that nothing leads to any more: what was typed in them is told; those without a word would be kept for ever. */
export function Unreachable({ store, drafts, people }: UnreachableProps) {
  const i18n = useI18n();
  useEffect(() => {
    void drafts.prune((name, left) => isKept(name, left, store, people, i18n));
  }, []);
  return <TypedBefore drafts={store.drafts} people={people} isTold={(name) => !isReachable(name, store)} />;
}
