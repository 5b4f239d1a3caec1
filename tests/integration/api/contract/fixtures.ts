import { randomUUID } from 'node:crypto';
import type { EndpointName, ROUTES, Standing } from '../../../../packages/shared/src/contract/index.ts';
import type { CallOptions } from '../../../support/api-client.ts';
import { bill, newToken, payment } from '../../../support/household.ts';
import {
  fillUp,
  haveExpense,
  haveInvite,
  haveRevokedInvite,
  haveSettlement,
  haveSpentInvite,
  inviteALot,
  loseCoAdmin,
  type Scene,
  useAllCurrencies,
} from './scene.ts';

/** `busy` is what nobody brings about alone. */
type OwnProblem<Name extends EndpointName> = Exclude<(typeof ROUTES)[Name]['problems'][number], 'busy'>;
type Options<Name extends EndpointName> = CallOptions<Name> | Promise<CallOptions<Name>>;

export interface Fixture<Name extends EndpointName> {
  /** A call that succeeds where the one who makes it may make it. */
  valid(scene: Scene, by: Standing): Options<Name>;
  /** What to change about it, or beforehand, so that it ends in each of the problems the endpoint has for itself. */
  problems: { [Code in OwnProblem<Name>]: (scene: Scene) => Options<Name> };
}

const inGroup = ({ groupId }: Scene) => ({ params: { groupId } });
const someone = () => ({ id: randomUUID(), displayName: 'Arne' });
const answer = (token: string, more: { id?: string; claims?: string } = {}) => ({
  token,
  member: { ...someone(), ...(more.id ? { id: more.id } : {}) },
  claims: more.claims ?? null,
});
/** Whose place somebody of that standing would edit: their own, if they have one. */
const placeOf = ({ places }: Scene, by: Standing): string =>
  by === 'outsider' || by === 'nobody' || by === 'removed' ? places.spare : places[by];
const ofMember = ({ groupId }: Scene, memberId: string) => ({ params: { groupId, memberId }, ifMatch: 1 });

const none = {};

/** An endpoint without a fixture, or a problem without a way to it, does not compile. */
export const FIXTURES: { [Name in EndpointName]: Fixture<Name> } = {
  getHealth: { valid: () => ({}), problems: none },
  getOpenApi: { valid: () => ({}), problems: none },
  getConfig: { valid: () => ({}), problems: none },

  getMe: { valid: () => ({}), problems: none },
  updateMe: {
    valid: async ({ backend }, by) => ({
      ...(by === 'nobody' ? {} : { as: await backend.signUp() }),
      ifMatch: 0,
      body: { displayName: 'Mara', locale: 'de-AT' },
    }),
    problems: none,
  },
  deleteMe: {
    valid: async ({ backend }, by) => ({ ...(by === 'nobody' ? {} : { as: await backend.signUp() }), ifMatch: 0 }),
    problems: none,
  },

  listChanges: {
    valid: () => ({}),
    problems: {
      'reload-required': () => ({
        query: `?cursor=${Buffer.from(JSON.stringify(['another', null, 0, null, 0, null])).toString('base64url')}`,
      }),
    },
  },
  listGroups: { valid: () => ({}), problems: none },
  createGroup: {
    valid: () => ({ body: { id: randomUUID(), name: 'Lindenhof', currency: 'EUR', member: someone() } }),
    problems: {
      'not-found': async ({ backend, cast }) => {
        const body = { id: randomUUID(), name: 'Lindenhof', currency: 'EUR', member: someone() };
        const key = randomUUID();
        await backend.call('createGroup', { as: cast.admin, key, body });
        await backend.call('deleteGroup', { as: cast.admin, params: { groupId: body.id }, ifMatch: 1 });
        return { key, body };
      },
      'id-in-use': ({ groupId }) => ({ body: { id: groupId, name: 'Lindenhof', currency: 'EUR', member: someone() } }),
    },
  },
  getGroup: { valid: inGroup, problems: none },
  updateGroup: { valid: (scene) => ({ ...inGroup(scene), ifMatch: 1, body: { name: 'Alder Lane' } }), problems: none },
  deleteGroup: { valid: (scene) => ({ ...inGroup(scene), ifMatch: 1 }), problems: none },
  pullChanges: { valid: inGroup, problems: { 'reload-required': (scene) => ({ ...inGroup(scene), query: '?since=1000' }) } },

  addMember: {
    valid: (scene) => ({ ...inGroup(scene), body: someone() }),
    problems: {
      'id-in-use': (scene) => ({ ...inGroup(scene), body: { ...someone(), id: scene.places.spare } }),
      'group-full': async (scene) => {
        await fillUp(scene);
        return { ...inGroup(scene), body: someone() };
      },
    },
  },
  updateMember: {
    valid: (scene, by) => ({ ...ofMember(scene, placeOf(scene, by)), body: { displayName: 'Ylva' } }),
    problems: {
      forbidden: (scene) => ({ as: scene.cast.viewer, ...ofMember(scene, scene.places.member), body: { displayName: 'Ylva' } }),
      'last-admin': async (scene) => {
        await loseCoAdmin(scene);
        return { ...ofMember(scene, scene.places.admin), body: { role: 'member' } };
      },
    },
  },
  removeMember: {
    valid: (scene, by) => ofMember(scene, placeOf(scene, by)),
    problems: {
      forbidden: (scene) => ({ as: scene.cast.member, ...ofMember(scene, scene.places.viewer) }),
      'balance-open': async (scene) => {
        await haveExpense(scene);
        return ofMember(scene, scene.places.member);
      },
      'last-admin': async (scene) => {
        await loseCoAdmin(scene);
        return ofMember(scene, scene.places.admin);
      },
    },
  },

  listInvites: { valid: inGroup, problems: none },
  createInvite: {
    valid: (scene) => ({ ...inGroup(scene), body: { token: newToken() } }),
    problems: {
      'id-in-use': async (scene) => ({ ...inGroup(scene), body: { token: (await haveInvite(scene)).token } }),
      'member-unavailable': (scene) => ({ ...inGroup(scene), body: { token: newToken(), claims: randomUUID() } }),
      'already-claimed': (scene) => ({ ...inGroup(scene), body: { token: newToken(), claims: scene.places.member } }),
      'too-many-invites': async (scene) => {
        await inviteALot(scene);
        return { ...inGroup(scene), body: { token: newToken() } };
      },
    },
  },
  revokeInvite: {
    valid: async (scene) => ({ params: { groupId: scene.groupId, inviteId: (await haveInvite(scene)).inviteId } }),
    problems: none,
  },
  previewInvite: {
    valid: async (scene) => ({ body: { token: (await haveInvite(scene)).token } }),
    problems: {
      'not-found': () => ({ body: { token: newToken() } }),
      'invite-expired': async (scene) => ({ body: { token: await haveRevokedInvite(scene) } }),
      'member-unavailable': async (scene) => ({ as: scene.cast.outsider, body: { token: await haveSpentInvite(scene, 'left') } }),
      'already-claimed': async (scene) => ({ as: scene.cast.outsider, body: { token: await haveSpentInvite(scene, 'active') } }),
    },
  },
  acceptInvite: {
    valid: async (scene) => ({ body: answer((await haveInvite(scene)).token) }),
    problems: {
      'not-found': () => ({ body: answer(newToken()) }),
      'invite-expired': async (scene) => ({ as: scene.cast.outsider, body: answer(await haveRevokedInvite(scene)) }),
      'id-in-use': async (scene) => ({
        as: scene.cast.outsider,
        body: answer((await haveInvite(scene)).token, { id: scene.places.spare }),
      }),
      'member-unavailable': async (scene) => ({
        as: scene.cast.outsider,
        body: answer((await haveInvite(scene)).token, { claims: randomUUID() }),
      }),
      'already-claimed': async (scene) => ({
        as: scene.cast.outsider,
        body: answer((await haveInvite(scene)).token, { claims: scene.places.member }),
      }),
      'group-full': async (scene) => {
        const { token } = await haveInvite(scene);
        await fillUp(scene);
        return { as: scene.cast.outsider, body: answer(token) };
      },
    },
  },

  listExpenses: { valid: inGroup, problems: none },
  getExpense: {
    valid: async (scene) => ({ params: { groupId: scene.groupId, expenseId: await haveExpense(scene) } }),
    problems: none,
  },
  createExpense: {
    valid: (scene) => ({ ...inGroup(scene), body: bill(scene.places.admin, [scene.places.member]) }),
    problems: {
      'invalid-split': (scene) => ({
        ...inGroup(scene),
        body: { ...bill(scene.places.admin, [scene.places.member]), split: { mode: 'exact', entries: { [scene.places.member]: 1 } } },
      }),
      'member-unavailable': (scene) => ({ ...inGroup(scene), body: bill(scene.places.admin, [scene.places.removed]) }),
      'id-in-use': async (scene) => ({
        ...inGroup(scene),
        body: { ...bill(scene.places.admin, [scene.places.member]), id: await haveExpense(scene) },
      }),
      'too-many-currencies': async (scene) => {
        await useAllCurrencies(scene);
        return { ...inGroup(scene), body: bill(scene.places.admin, [scene.places.member]) };
      },
    },
  },
  updateExpense: {
    valid: async (scene) => ({ params: { groupId: scene.groupId, expenseId: await haveExpense(scene) }, ifMatch: 1, body: { note: 'x' } }),
    problems: {
      'invalid-split': async (scene) => {
        const { amount, currency, split } = bill(scene.places.admin, [scene.places.member]);
        const params = { groupId: scene.groupId, expenseId: await haveExpense(scene) };
        return { params, ifMatch: 1, body: { amount, currency, split, payers: { [scene.places.admin]: 1 } } };
      },
      'member-unavailable': async (scene) => {
        const { amount, currency, split, payers } = bill(scene.places.admin, [scene.places.removed]);
        const params = { groupId: scene.groupId, expenseId: await haveExpense(scene) };
        return { params, ifMatch: 1, body: { amount, currency, split, payers } };
      },
      'too-many-currencies': async (scene) => {
        const { amount, currency, split, payers } = bill(scene.places.admin, [scene.places.member], 700);
        const params = { groupId: scene.groupId, expenseId: await haveExpense(scene) };
        await useAllCurrencies(scene);
        return { params, ifMatch: 1, body: { amount, currency, split, payers } };
      },
    },
  },
  deleteExpense: {
    valid: async (scene) => ({ params: { groupId: scene.groupId, expenseId: await haveExpense(scene) }, ifMatch: 1 }),
    problems: {
      'too-many-currencies': async (scene) => {
        const params = { groupId: scene.groupId, expenseId: await haveExpense(scene) };
        await useAllCurrencies(scene);
        return { params, ifMatch: 1 };
      },
    },
  },

  listSettlements: { valid: inGroup, problems: none },
  createSettlement: {
    valid: (scene) => ({ ...inGroup(scene), body: payment(scene.places.member, scene.places.removed) }),
    problems: {
      'member-unavailable': (scene) => ({ ...inGroup(scene), body: payment(scene.places.member, randomUUID()) }),
      'id-in-use': async (scene) => ({
        ...inGroup(scene),
        body: { ...payment(scene.places.member, scene.places.admin), id: await haveSettlement(scene) },
      }),
      'too-many-currencies': async (scene) => {
        await useAllCurrencies(scene);
        return { ...inGroup(scene), body: payment(scene.places.member, scene.places.admin) };
      },
    },
  },
  updateSettlement: {
    valid: async (scene) => ({
      params: { groupId: scene.groupId, settlementId: await haveSettlement(scene) },
      ifMatch: 1,
      body: { note: 'in cash' },
    }),
    problems: {
      'member-unavailable': async (scene) => {
        const { id, date, ...money } = payment(scene.places.member, randomUUID());
        return { params: { groupId: scene.groupId, settlementId: await haveSettlement(scene) }, ifMatch: 1, body: money };
      },
      'too-many-currencies': async (scene) => {
        const { id, date, ...money } = payment(scene.places.member, scene.places.admin, 900);
        const params = { groupId: scene.groupId, settlementId: await haveSettlement(scene) };
        await useAllCurrencies(scene);
        return { params, ifMatch: 1, body: money };
      },
    },
  },
  deleteSettlement: {
    valid: async (scene) => ({ params: { groupId: scene.groupId, settlementId: await haveSettlement(scene) }, ifMatch: 1 }),
    problems: {
      'too-many-currencies': async (scene) => {
        const params = { groupId: scene.groupId, settlementId: await haveSettlement(scene) };
        await useAllCurrencies(scene);
        return { params, ifMatch: 1 };
      },
    },
  },

  getBalances: { valid: inGroup, problems: none },
  listActivity: { valid: inGroup, problems: none },
};
