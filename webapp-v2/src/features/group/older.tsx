import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';
import { Button } from '../../ui/button.tsx';
import { useHandOnFocus } from '../../ui/hand-on-focus.ts';

/** So far below the screen is more asked for already; whoever jumped past the end has arrived as well. */
const AHEAD = '1000000px 0px 1200px';

interface OlderProps {
  text: string;
  /** How much is in the list: only when it has grown is more asked for by itself, so that what fails is not asked for in a loop. */
  count: number;
  load: () => void | Promise<void>;
}

/** The end of a list that goes on: loads more before the reader arrives, and is a button for whoever comes by keyboard or after a failure. */
export function Older({ text, count, load }: OlderProps) {
  const { t } = useI18n();
  const busy = useSignal(false);
  const handedOn = useRef(false);
  const end = useHandOnFocus<HTMLDivElement>((gone) => {
    handedOn.current = true;
    return gone.previousElementSibling?.querySelector<HTMLElement>('li:last-child button') ?? gone.closest<HTMLElement>('.sheet-body');
  });
  const loading = async () => {
    if (busy.peek()) return;
    busy.value = true;
    await load();
    busy.value = false;
  };
  /** Who presses it by keyboard goes on at the first row that has come: the button, where it stays, is far below by then. */
  const press = async () => {
    const list = end.current?.parentElement;
    const last = list && rowsIn(list).at(-1);
    const isByKey = end.current?.querySelector(':focus-visible') !== null;
    await loading();
    if (!last || !isByKey || !(handedOn.current || end.current?.contains(document.activeElement))) return;
    const rows = rowsIn(list);
    const first = rows[rows.indexOf(last) + 1];
    if (first) focusRow(first);
  };
  const latest = useRef(loading);
  latest.current = loading;

  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void latest.current();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [count]);

  return (
    <div ref={end} class="older">
      <Button wide busy={busy.value} onClick={() => void press()}>
        {busy.value ? t('app.loading') : text}
      </Button>
    </div>
  );
}

const rowsIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('.rows > li, .sums > div')];

/** What can be pressed in it, or else the row itself. */
function focusRow(row: HTMLElement): void {
  const button = row.querySelector('button');
  if (!button) row.tabIndex = -1;
  (button ?? row).focus();
}
