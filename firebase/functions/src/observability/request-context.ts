import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to the request being answered, wherever the code is that asks. Empty outside of requests. */
export interface RequestContext {
  readonly requestId: string;
  /** Known once the router has matched. */
  endpoint?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const inRequest = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

export const currentRequest = (): RequestContext | undefined => storage.getStore();
