import { useEffect, useState } from 'preact/hooks';
import { createOpenGroup, type OpenGroupDeps } from '../../stores/group/open-group.ts';
import { GroupScreen } from './group-screen.tsx';
import type { Sharing } from './invite/sharing.ts';

export interface GroupPageProps {
  groupId: string;
  section: string | undefined;
  deps: OpenGroupDeps;
  sharing: Sharing;
  /** The reader has left the group of that name, or ended it. */
  onLeft: (name: string) => void;
}

/** Opens one group for as long as its page is shown. Give it the group's id as `key`: another group is another page. */
export function GroupPage({ groupId, section, deps, sharing, onLeft }: GroupPageProps) {
  const [group] = useState(() => createOpenGroup(deps, groupId));
  useEffect(() => () => group.close(), [group]);
  return <GroupScreen groupId={groupId} section={section} group={group} sharing={sharing} onLeft={onLeft} />;
}
