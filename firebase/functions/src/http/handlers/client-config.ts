import type { ReadClientConfig } from '../../services/client-config.ts';
import type { Handlers } from '../handler.ts';

export const clientConfigHandlers = (
  readConfig: ReadClientConfig,
  describeApi: () => { openapi: string },
): Pick<Handlers, 'getConfig' | 'getOpenApi'> => ({
  getConfig: ({ userId }) => readConfig(userId),
  getOpenApi: async () => describeApi(),
});
