import { useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';

/** From so many people on, choosing them one by one is tedious. */
export const MANY = 5;

interface EveryoneRowProps {
  among: Readonly<Record<string, boolean>>;
  members: readonly string[];
  onChange: (patch: { among: Record<string, boolean> }) => void;
}

/** Stands above the people to choose from: all of them, or none. */
export function EveryoneRow({ among, members, onChange }: EveryoneRowProps) {
  const { t } = useI18n();
  const box = useRef<HTMLInputElement>(null);
  const count = members.filter((memberId) => among[memberId]).length;
  const isSome = count > 0 && count < members.length;
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <div class="entry-row entry-everyone">
      <label class="entry-name entry-check">
        <input
          ref={box}
          type="checkbox"
          checked={count === members.length}
          onChange={() => onChange({ among: allOrNone(among, members) })}
        />
        <span>{t('expense.everyone')}</span>
      </label>
      <span class="quiet">{t('expense.chosen', { count, all: members.length })}</span>
    </div>
  );
}

/** Everybody who can be chosen, unless they are chosen already: then nobody. */
export function allOrNone(among: Readonly<Record<string, boolean>>, members: readonly string[]): Record<string, boolean> {
  const all = !members.every((memberId) => among[memberId]);
  return { ...among, ...Object.fromEntries(members.map((memberId) => [memberId, all])) };
}
