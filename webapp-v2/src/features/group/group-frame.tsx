import type { ComponentChildren } from 'preact';
import { useI18n } from '../../i18n/context.ts';
import { SectionLinks } from '../../ui/section-links.tsx';
import { SECTIONS, type Section } from './sections.ts';
import { BALANCES_ID, SkipToBalances } from './skip-to-balances.tsx';

interface GroupFrameProps {
  groupId: string;
  current: Section;
  /** What the current section shows. */
  children: ComponentChildren;
  /** The balances. */
  aside: ComponentChildren;
}

/**
 * The sections of a group and what stands beside them, the same while it is on its way and once it is there. Wide screens always
 * show the balances beside; there, their own address shows the expenses.
 */
export function GroupFrame({ groupId, current, children, aside }: GroupFrameProps) {
  const { t } = useI18n();
  return (
    <div class="group-columns leaf-narrow">
      <div class="group-ledger leaf-wide">
        <SkipToBalances />
        <SectionLinks
          label={t('group.sections')}
          links={SECTIONS.map((name) => ({
            href: name === 'expenses' ? `/groups/${groupId}` : `/groups/${groupId}/${name}`,
            text: t(`group.${name}`),
            current: name === current,
            narrowOnly: name === 'balances',
          }))}
        />
        <section class="group-main" aria-label={t(current === 'balances' ? 'group.expenses' : `group.${current}`)}>
          {children}
        </section>
      </div>
      <aside id={BALANCES_ID} tabIndex={-1} class="group-aside leaf-wide" aria-label={t('group.balances')}>
        {aside}
      </aside>
    </div>
  );
}
