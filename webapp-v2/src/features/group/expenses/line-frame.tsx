import type { ComponentChildren } from 'preact';
import { useI18n } from '../../../i18n/context.ts';
import { Pause } from '../../../ui/pause.tsx';
import type { People } from '../people.ts';

interface LineFrameProps {
  /** Of the expense or payment. */
  id: string;
  class?: string;
  /** Calendar date. */
  date: string;
  /** Only the first line of a day writes the day into the margin. */
  firstOfDay: boolean;
  what: ComponentChildren;
  /** Below what it is, one after the other. */
  details: readonly ComponentChildren[];
  pending: boolean;
  arrival: Arrival | null;
  people: People;
  /** At the end of the line. */
  figures: ComponentChildren;
  onOpen: () => void;
}

/** Somebody else has just added or changed it. */
interface Arrival {
  by: string;
  added: boolean;
}

/** One line of the ledger: the day in the margin, then a button with what happened and its figures. */
export function LineFrame({
  id,
  class: kind = '',
  date,
  firstOfDay,
  what,
  details,
  pending,
  arrival,
  people,
  figures,
  onOpen,
}: LineFrameProps) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <li class={`line ${kind} ${arrival ? 'line-arrived' : ''}`}>
      <time class="line-day" dateTime={date}>
        <span class="visually-hidden">{i18n.date(date)}</span>
        {firstOfDay && (
          <>
            <span class="line-day-number" aria-hidden="true">
              {i18n.day(date)}
            </span>
            <span class="line-day-name" aria-hidden="true">
              {i18n.weekday(date)}
            </span>
          </>
        )}
      </time>
      <button type="button" id={id} class="row-button line-button" onClick={onOpen}>
        <span class="line-text">
          <span class="row-name line-what">{what}</span>
          <Pause />
          <span class="line-details segments">
            {details.map((detail, index) => (
              <span key={index}>{detail} </span>
            ))}
            {pending && <span class="line-pending">{t('expenses.pending')} </span>}
            {arrival && (
              <span class="line-changed">
                {t(arrival.added ? 'expenses.addedBy' : 'expenses.changedBy', { name: people.fromNameOf(arrival.by) })}
              </span>
            )}
          </span>
        </span>
        <Pause />
        {figures}
      </button>
    </li>
  );
}
