import type { AccountSync } from '../sync/account-sync.ts';
import type { Result } from './result.ts';

type Randomness = AccountSync['randomness'];

type Act<Ids> = <T>(account: AccountSync, content: object, send: (ids: Ids) => Promise<Result<T>>) => Promise<Result<T>>;

/**
 * One set of ids for one intended change, however often its user sends it: the answer that did not arrive may have been a yes.
 * The ids are kept until the change has succeeded, or says something else and is another one.
 */
export function createIdempotentAction<Ids>(make: (randomness: Randomness) => Ids): Act<Ids> {
  let open: { said: string; ids: Ids } | null = null;

  return async ({ uid, randomness }, content, send) => {
    const said = JSON.stringify([uid, content]);
    const intent = open?.said === said ? open : { said, ids: make(randomness) };
    open = intent;
    const result = await send(intent.ids);
    if (result.ok && open === intent) open = null;
    return result;
  };
}

/** What the making of something needs: its own id, and the mutation's. */
export const idAndKey = ({ uuid }: Randomness) => ({ id: uuid(), idempotencyKey: uuid() });
