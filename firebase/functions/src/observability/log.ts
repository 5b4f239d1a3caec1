import { currentRequest } from './request-context.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Named events with fields. No names, amounts or addresses of people; `error` means that an operator should look. */
export type Log = Record<LogLevel, (event: string, fields?: LogFields) => void>;

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
const SEVERITY = { debug: 'DEBUG', info: 'INFO', warn: 'WARNING', error: 'ERROR' } as const satisfies Record<LogLevel, string>;

/** Writes one line of JSON an event, in the form Cloud Logging reads. Events below `threshold` are dropped. */
export function createLog(write: (line: string) => void, threshold: LogLevel = 'info'): Log {
  const at = (level: LogLevel) => (event: string, fields?: LogFields) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(threshold)) return;
    write(JSON.stringify({ severity: SEVERITY[level], message: event, requestId: currentRequest()?.requestId, ...fields }));
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
