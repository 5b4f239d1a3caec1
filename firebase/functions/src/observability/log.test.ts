import { expect, test } from 'vitest';
import { createLog } from './log.ts';
import { inRequest } from './request-context.ts';

test('an event is one line of JSON with its severity and the request it belongs to', () => {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  log.warn('queue.full', { length: 3 });
  inRequest({ requestId: 'r1' }, () => log.error('store.failed'));
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { severity: 'WARNING', message: 'queue.full', length: 3 },
    { severity: 'ERROR', message: 'store.failed', requestId: 'r1' },
  ]);
});

test('what is below the threshold is not written', () => {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), 'warn');
  log.debug('a');
  log.info('b');
  log.warn('c');
  expect(lines).toHaveLength(1);
});
