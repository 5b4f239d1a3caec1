import type { Express } from 'express';
import type { ApiConfig } from './config.ts';
import { createAccountGate } from './http/account-gate.ts';
import { createApp } from './http/app.ts';
import { createAuthenticate } from './http/authenticate.ts';
import type { Handlers } from './http/handler.ts';
import { accountHandlers } from './http/handlers/account.ts';
import { activityHandlers } from './http/handlers/activity.ts';
import { clientConfigHandlers } from './http/handlers/client-config.ts';
import { expenseHandlers } from './http/handlers/expenses.ts';
import { groupHandlers } from './http/handlers/groups.ts';
import { healthHandlers } from './http/handlers/health.ts';
import { inviteHandlers } from './http/handlers/invites.ts';
import { memberHandlers } from './http/handlers/members.ts';
import { settlementHandlers } from './http/handlers/settlements.ts';
import { describeApi } from './http/openapi/document.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { nameless } from './observability/nameless.ts';
import { createAccountStore, createDepartureReader, createSignInDeleter } from './repositories/accounts.ts';
import { createDebtReader } from './repositories/debts.ts';
import { createEpochReader, createProbe } from './repositories/epoch.ts';
import type { Firebase } from './repositories/firebase.ts';
import { createFlagReader } from './repositories/flags.ts';
import { createGroupCreationStore } from './repositories/group-creations.ts';
import { createTokenVerifier } from './repositories/id-tokens.ts';
import { createLedgerStore } from './repositories/ledger.ts';
import { createCleanUpStore } from './repositories/notifications/clean-up.ts';
import { createFlushQueue } from './repositories/notifications/flush-queue.ts';
import { createHeadReader } from './repositories/notifications/group-heads.ts';
import { createNotificationStore } from './repositories/notifications/notifications.ts';
import {
  createActivityReader,
  createExpenseReader,
  createGroupReader,
  createInviteReader,
  createSettlementReader,
} from './repositories/readers.ts';
import { createAccountService } from './services/accounts.ts';
import { createListings } from './services/bounds/listings.ts';
import { createPages } from './services/bounds/pages.ts';
import { createClientConfig } from './services/client-config.ts';
import { createExpenseService } from './services/expenses.ts';
import { createGroupService } from './services/groups.ts';
import { createHealth } from './services/health.ts';
import { createInviteService } from './services/invites.ts';
import { createDebtRebuild } from './services/ledger/debt-rebuild.ts';
import { createDebts } from './services/ledger/debts.ts';
import { createLedger } from './services/ledger/ledger.ts';
import { createMemberService } from './services/members.ts';
import { type Announcer, createAnnouncer } from './services/notifications/announcer.ts';
import { createCleanUp } from './services/notifications/clean-up.ts';
import { createFeed } from './services/reading/activity.ts';
import { createDigest } from './services/reading/digest.ts';
import { createPull } from './services/reading/pull.ts';
import { createSettlementService } from './services/settlements.ts';
import type { System } from './system.ts';

/** The REST API on a connected project. Function and plain Node server are both made of it. */
export function createApi(
  { db, auth }: Pick<Firebase, 'db' | 'auth'>,
  { version, rateLimits, proxyHops }: ApiConfig,
  system: System,
): Express {
  const { now, random, sleep, newId, log } = system;
  const surroundings = { now, random, sleep };

  const readEpoch = createEpochReader(db, { now, newId });
  const groups = createGroupReader(db);
  const debts = createDebtReader(db);
  const accounts = createAccountStore(db);
  const departures = createDepartureReader(db);
  const followDebts = createDebts(debts, createDebtRebuild(debts, surroundings));
  const ledger = createLedger({ store: createLedgerStore(db), readEpoch, followDebts, ...surroundings });

  const listings = createListings(surroundings);
  const pages = createPages(surroundings);
  const groupService = createGroupService({
    ledger,
    groups,
    creations: createGroupCreationStore(db),
    debts,
    listings,
    pages,
    readEpoch,
    ...surroundings,
  });
  const expenses = createExpenseService({ ledger, groups, expenses: createExpenseReader(db), pages, readEpoch, now });
  const invites = createInviteService({ ledger, groups, invites: createInviteReader(db), now });
  const settlements = createSettlementService({ ledger, groups, settlements: createSettlementReader(db), pages, readEpoch, now });
  const activity = createActivityReader(db);
  const gate = createAccountGate({ isDeleted: accounts.isDeleted, now });
  const accountService = createAccountService({
    accounts,
    groups,
    departures,
    ledger,
    deleteSignIn: createSignInDeleter(auth),
    onDeleted: gate.close,
    newId,
    ...surroundings,
  });

  const clientConfig = createClientConfig({ readFlags: createFlagReader(db, now), readEpoch, now });

  const handlers: Handlers = {
    ...clientConfigHandlers(
      clientConfig,
      once(() => describeApi(version)),
    ),
    ...healthHandlers(createHealth({ version, probe: createProbe(db, now), sleep })),
    ...accountHandlers(accountService, createDigest({ groups, departures, listings, readEpoch, now })),
    ...groupHandlers(groupService),
    ...activityHandlers(createPull({ groups, activity, pages, readEpoch }), createFeed({ groups, activity, pages, readEpoch, now })),
    ...memberHandlers(createMemberService(ledger)),
    ...inviteHandlers(invites),
    ...expenseHandlers(expenses),
    ...settlementHandlers(settlements),
  };
  const authenticate = createAuthenticate({ verifyToken: createTokenVerifier(auth), gate, now });
  return createApp({ handlers, authenticate, rateLimit: createRateLimit(rateLimits, now), proxyHops, log, now, newId });
}

/** The document is large and the same for everybody; most instances are never asked for it. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export interface Notifications {
  announcer: Announcer;
  cleanUp: ReturnType<typeof createCleanUp>;
}

/** The function that runs the flushes: the name it is exported under, and where it runs, which is not known yet while code is being deployed. */
interface FlushFunction {
  name: string;
  region(): string;
}

/** What triggers, flush task and schedule delegate to. */
export function createNotifications(firebase: Pick<Firebase, 'db' | 'taskQueue'>, flush: FlushFunction, system: System): Notifications {
  const { db } = firebase;
  const { now, sleep, log } = system;
  const queue = once(() => firebase.taskQueue(flush.name, flush.region()));
  const enqueueFlush = createFlushQueue({
    queue: { enqueue: (task, options) => queue().enqueue(task, options) },
    onUnreachable: (reason) => log.warn('notifications.queue-unreachable', { reason: nameless(reason) }),
  });
  const announcer = createAnnouncer({ notifications: createNotificationStore(db), groups: createHeadReader(db), enqueueFlush, now, sleep });
  const cleanUp = createCleanUp({
    store: createCleanUpStore(db),
    announcer,
    onFailed: ({ kind, groupId }, reason) => log.warn('notifications.repair-failed', { kind, groupId, reason: nameless(reason) }),
    now,
  });
  return { announcer, cleanUp };
}
