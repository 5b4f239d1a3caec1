import { type Signal, useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import { ownCurrencyFirst } from '../../../i18n/currencies.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CATEGORIES } from '../categories.ts';
import type { People } from '../people.ts';
import { type Filter, narrowedBy } from './filter.ts';
import './ledger-search.css';

interface LedgerSearchProps {
  filter: Signal<Filter>;
  /** The group's own. */
  currency: string;
  /** Currencies that occur in the ledger as far as it is here. */
  currencies: ReadonlySet<string>;
  people: People;
}

/** One field to search by words, and beside it what else narrows the list. */
export function LedgerSearch({ filter, currency, currencies, people }: LedgerSearchProps) {
  const { t, currencyName } = useI18n();
  const panelId = useId();
  const open = useSignal(narrowedBy(filter.peek()) > 0);
  const asked = filter.value;
  const narrowed = narrowedBy(asked);
  const change = (patch: Partial<Filter>) => {
    filter.value = { ...filter.value, ...patch };
  };
  const any = { value: '', text: t('search.any') };
  const offered = useMemo(() => [...new Set([currency, ...currencies])].sort(ownCurrencyFirst(currency)), [currency, currencies]);

  return (
    <search class="ledger-search">
      <div class="ledger-search-line">
        <TextField
          label={t('search.label')}
          bare
          placeholder={t('search.label')}
          enterKeyHint="done"
          value={asked.text}
          onInput={(text) => change({ text })}
        />
        <Button
          label={narrowed > 0 ? t('search.filterCount', { count: narrowed }) : undefined}
          expands={{ id: panelId, open: open.value }}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {t('search.filter')}
          {narrowed > 0 && ` · ${narrowed}`}
        </Button>
      </div>
      {open.value && (
        <div class="ledger-search-panel" id={panelId}>
          <SelectField
            label={t('search.member')}
            value={asked.member}
            options={[any, ...people.all.map(({ id }) => ({ value: id, text: people.labelOf(id) }))]}
            onChange={(member) => change({ member })}
          />
          <SelectField
            label={t('expense.category')}
            value={asked.category}
            options={[any, ...CATEGORIES.map((value) => ({ value, text: t(`category.${value}`) }))]}
            onChange={(category) => change({ category })}
          />
          <TextField label={t('search.from')} type="date" value={asked.from} onInput={(from) => change({ from })} />
          <TextField label={t('search.until')} type="date" value={asked.until} onInput={(until) => change({ until })} />
          {offered.length > 1 && (
            <SelectField
              label={t('editing.currency')}
              value={asked.currency}
              shown={asked.currency || undefined}
              options={[any, ...offered.map((value) => ({ value, text: `${value} · ${currencyName(value)}` }))]}
              onChange={(chosen) => change({ currency: chosen })}
            />
          )}
        </div>
      )}
    </search>
  );
}
