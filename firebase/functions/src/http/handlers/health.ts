import type { ReadHealth } from '../../services/health.ts';
import type { Handlers } from '../handler.ts';

export const healthHandlers = (readHealth: ReadHealth): Pick<Handlers, 'getHealth'> => ({
  getHealth: () => readHealth(),
});
