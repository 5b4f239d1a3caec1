import type { ChangesPage } from '@splitifyd/shared/contract';
import type { Call } from '../api.ts';
import { isWhole, joinPages } from './confirmed.ts';

/** Further behind than this many changes, a snapshot is the shorter way. */
const CATCH_UP_LIMIT = 1000;

/** Where one group is read from, as long as somebody wants it. */
export interface GroupSource {
  call: Call;
  groupId: string;
  signal: AbortSignal;
}

const fetchPage = ({ call, groupId, signal }: GroupSource, since: number, epoch?: string): Promise<ChangesPage> =>
  call('pullChanges', { params: { groupId }, query: { since, ...(epoch !== undefined && { epoch }) } }, signal);

/** The group as it is now, with the newest of its rows. @throws ApiProblem, Unreachable */
export const fetchSnapshot = (source: GroupSource): Promise<ChangesPage> => fetchPage(source, 0);

/**
 * What came after `since`, as one page that reaches the head: in between, the group would not match its rows. Null where that
 * is too much. @throws ApiProblem, Unreachable
 */
export async function fetchSince(source: GroupSource, since: number, epoch: string): Promise<ChangesPage | null> {
  let page = await fetchPage(source, since, epoch);
  while (!isWhole(page)) {
    if (page.headSeq - since > CATCH_UP_LIMIT) return null;
    page = joinPages(page, await fetchPage(source, page.nextSince, epoch));
  }
  return page;
}
