import type { Expense } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import type { People } from '../people.ts';

interface AuthorshipProps {
  of: Pick<Expense, 'createdBy' | 'createdAt' | 'updatedBy' | 'updatedAt' | 'version'>;
  /** How its making is told. */
  added: 'expense.addedBy' | 'settlement.addedBy';
  people: People;
}

/** Who made it and who changed it last. */
export function Authorship({ of, added, people }: AuthorshipProps) {
  const { t, relative } = useI18n();
  return (
    <p class="quiet detail-authorship">
      {t(added, { name: people.fromNameOf(of.createdBy), when: relative(of.createdAt) })}
      {of.version > 1 && (
        <>
          <br />
          {t('expense.changedBy', { name: people.fromNameOf(of.updatedBy), when: relative(of.updatedAt) })}
        </>
      )}
    </p>
  );
}
