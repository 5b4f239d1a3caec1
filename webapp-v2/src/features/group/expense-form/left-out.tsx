import { useI18n } from '../../../i18n/context.ts';
import type { People } from '../people.ts';
import '../../../ui/editing/remark.css';

/** Says who was in what was typed and is in the group no more. */
export function LeftOut({ members, people }: { members: readonly string[]; people: People }) {
  const { t, list } = useI18n();
  if (members.length === 0) return null;
  return (
    <p class="form-remark" role="status">
      {t('editing.leftOut', { count: members.length, names: list(members.map((id) => people.nameOf(id))) })}
    </p>
  );
}
