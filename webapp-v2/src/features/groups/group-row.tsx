import type { GroupSummary } from '@splitifyd/shared/contract';
import type { Minor } from '@splitifyd/shared/domain';
import { useI18n } from '../../i18n/context.ts';
import { ownCurrencyFirst } from '../../i18n/currencies.ts';
import { Amount } from '../../ui/amount.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Pause } from '../../ui/pause.tsx';

export function GroupRow({ group }: { group: GroupSummary }) {
  const { t, relative } = useI18n();
  const inOrder = ownCurrencyFirst(group.currency);
  const balances = Object.entries(group.myBalances)
    .filter(([, amount]) => amount !== 0)
    .sort(([a], [b]) => inOrder(a, b));
  return (
    <li class="group-row">
      <a class="row-button group-row-link" href={`/groups/${group.id}`}>
        <Avatar name={group.name} id={group.id} square />
        <span class="group-row-text">
          <span class="row-name group-row-name">{group.name}</span>
          <Pause />
          <span class="quiet segments">
            <span>{t('groups.members', { count: group.memberCount })}</span> <span>{relative(group.lastActivityAt)}</span>
          </span>
        </span>
        <span class="group-row-balances">
          {balances.length === 0 && (
            <span class="quiet">
              <Pause />
              {t('balance.settledLabel')}
            </span>
          )}
          {balances.map(([currency, amount]) => (
            <OwnBalance key={currency} amount={amount} currency={currency} />
          ))}
        </span>
      </a>
    </li>
  );
}

function OwnBalance({ amount, currency }: { amount: Minor; currency: string }) {
  const { t } = useI18n();
  return (
    <span class="group-row-balance">
      <Pause />
      <span class={amount > 0 ? 'group-row-words owed' : 'group-row-words owe'}>
        {t(amount > 0 ? 'balance.owedLabel' : 'balance.oweLabel')}
      </span>{' '}
      <Amount value={amount} currency={currency} balance worded />
    </span>
  );
}
