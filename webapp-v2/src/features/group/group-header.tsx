import type { ReadonlySignal } from '@preact/signals';
import type { Group } from '@splitifyd/shared/contract';
import { type BalancesByCurrency, minor } from '@splitifyd/shared/domain';
import { useI18n } from '../../i18n/context.ts';
import { Amount } from '../../ui/amount.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { WayBack } from '../../ui/way-back.tsx';
import { type OwnBalance, ownBalances, settledKey } from './own-balances.ts';
import type { People } from './people.ts';

const MOST_FACES = 5;

interface GroupHeaderProps {
  group: Group;
  people: People;
  balances: ReadonlySignal<BalancesByCurrency>;
  /** Null where the reader may not add expenses. */
  onAdd: (() => void) | null;
  onSettings: () => void;
}

export function GroupHeader({ group, people, balances, onAdd, onSettings }: GroupHeaderProps) {
  const { t } = useI18n();
  return (
    <header class="group-header">
      <div class="group-top">
        <WayBack href="/" text={t('groups.back')} />
        {people.present.length > 1 && <Faces people={people} />}
        <Button look="plain" icon="sliders" label={t('settings.title')} onClick={onSettings} />
      </div>
      <div>
        <h1 class="heading heading-title">{group.name}</h1>
        {group.description !== '' && <p class="quiet group-description">{group.description}</p>}
      </div>
      <div class="group-own">
        <OwnBalances own={ownBalances(balances.value, people.me, group.currency)} settled={t(settledKey(balances.value))} />
      </div>
      <div class="group-add">
        {onAdd ? (
          // Whoever is alone is led to the others first.
          <Button look={people.present.length > 1 ? 'primary' : 'secondary'} icon="plus" onClick={onAdd}>
            {t('expenses.add')}
          </Button>
        ) : (
          <p class="hint">{t('group.readOnly')}</p>
        )}
      </div>
    </header>
  );
}

/** Who is here, at a glance; their names are among the members. */
function Faces({ people: { present } }: { people: People }) {
  const shown = present.length > MOST_FACES ? MOST_FACES - 1 : MOST_FACES;
  return (
    <span class="group-faces" aria-hidden="true">
      {present.slice(0, shown).map(({ id, displayName, status }) => (
        <Avatar key={id} name={displayName} id={id} hollow={status === 'placeholder'} />
      ))}
      {present.length > shown && <span class="avatar group-faces-rest" data-initials={`+${present.length - shown}`} />}
    </span>
  );
}

function OwnBalances({ own, settled }: { own: readonly OwnBalance[]; settled: string }) {
  const { parts } = useI18n();
  if (own.length === 0) return <p class="heading group-settled">{settled}</p>;
  return (
    <>
      {own.map(({ currency, amount }) => (
        <p key={currency} class={amount > 0 ? 'group-own-line owed' : 'group-own-line owe'}>
          {parts(amount > 0 ? 'balance.owed' : 'balance.owe', {
            amount: <Amount key="amount" value={minor(Math.abs(amount))} currency={currency} size="large" />,
          })}
        </p>
      ))}
    </>
  );
}
