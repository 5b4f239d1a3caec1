import type { AccountService } from '../../services/accounts.ts';
import type { ReadDigest } from '../../services/reading/digest.ts';
import type { Handlers } from '../handler.ts';

type AccountEndpoint = 'getMe' | 'updateMe' | 'deleteMe' | 'listChanges';

export const accountHandlers = (accounts: AccountService, readDigest: ReadDigest): Pick<Handlers, AccountEndpoint> => ({
  getMe: ({ account }) => accounts.get(account),
  updateMe: ({ account, body, mutation }) => accounts.update(body, account, mutation),
  deleteMe: ({ account, mutation }) => accounts.delete(account, mutation),
  listChanges: ({ query, userId }) => readDigest(query, userId),
});
