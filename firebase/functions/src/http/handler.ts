import type { EndpointName, Params, ParsedBody, ParsedQuery, ResponseBody, ROUTES } from '@splitifyd/shared/contract';
import type { Mutation } from '../services/ledger/change.ts';
import type { Account } from '../services/ports.ts';

type RouteOf<Name extends EndpointName> = (typeof ROUTES)[Name];

/** What a handler gets: everything checked, and only what its row of the endpoint table promises. */
export type Call<Name extends EndpointName> = {
  params: Params<Name>;
  query: ParsedQuery<Name>;
  body: ParsedBody<Name>;
} & (RouteOf<Name> extends { access: 'anyone' } ? unknown : { account: Account; userId: string }) &
  (RouteOf<Name> extends { mutates: true } ? { mutation: Mutation } : unknown);

/** Validated in, one call, value out. */
export type Handler<Name extends EndpointName> = (call: Call<Name>) => Promise<ResponseBody<Name>>;

/** A missing handler does not compile. */
export type Handlers = { [Name in EndpointName]: Handler<Name> };
