/** Writes calendar dates (`YYYY-MM-DD`, no time zone) and moments (epoch ms). */
export interface DateFormat {
  /** "Sat, 21 Nov 2026" */
  date(calendarDate: string): string;
  /** "November 2026"; without the year in the current one. */
  month(calendarDate: string): string;
  /** "21" */
  day(calendarDate: string): string;
  /** "Sat" */
  weekday(calendarDate: string): string;
  /** "5 minutes ago", "yesterday"; a date from a week on. */
  relative(at: number): string;
  /** "21 Nov 2026, 14:05", in the reader's time zone. */
  moment(at: number): string;
  /** Today where the reader is, `YYYY-MM-DD`. */
  today(): string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export function createDateFormat(locale: string, now: () => number): DateFormat {
  // A calendar date is taken as midnight UTC and written as UTC: no time zone can move it to a neighbouring day.
  const utc = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (calendarDate: string): string => format.format(Date.parse(calendarDate));
  };
  const date = utc({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const month = utc({ month: 'long' });
  const monthAndYear = utc({ month: 'long', year: 'numeric' });
  const day = utc({ day: 'numeric' });
  const weekday = utc({ weekday: 'short' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const localDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  const today = (): string => {
    const local = new Date(now());
    return [local.getFullYear(), local.getMonth() + 1, local.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  };

  return {
    date,
    month: (calendarDate) => (calendarDate.slice(0, 4) === today().slice(0, 4) ? month : monthAndYear)(calendarDate),
    day,
    weekday,
    relative: (at) => {
      // A server's clock may run ahead of this one; nothing has happened in the future.
      const past = Math.max(0, now() - at);
      if (past < MINUTE_MS) return ago.format(0, 'second');
      if (past < HOUR_MS) return ago.format(-Math.floor(past / MINUTE_MS), 'minute');
      if (past < DAY_MS) return ago.format(-Math.floor(past / HOUR_MS), 'hour');
      if (past < 7 * DAY_MS) return ago.format(-Math.floor(past / DAY_MS), 'day');
      return localDay.format(at);
    },
    moment: (at) => moment.format(at),
    today,
  };
}
