import { useI18n } from '../../i18n/context.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { WayBack } from '../../ui/way-back.tsx';
import { GroupFrame } from './group-frame.tsx';
import { sectionOf } from './sections.ts';

interface GroupSkeletonProps {
  groupId: string;
  section: string | undefined;
  hasDescription: boolean;
}

/** A group on its way, with everything where it will be. */
export function GroupSkeleton({ groupId, section, hasDescription }: GroupSkeletonProps) {
  const { t } = useI18n();
  const current = sectionOf(section);
  return (
    <Page wide class={`group group-at-${current}`} title={t('app.loading')}>
      <header class="group-header">
        <div class="group-top">
          <WayBack href="/" text={t('groups.back')} />
        </div>
        <h1 class="visually-hidden">{t('app.loading')}</h1>
        <div>
          <p class="heading heading-title group-to-come" />
          {hasDescription && <p class="group-description group-to-come" />}
        </div>
        <div class="group-own">
          <p class="group-own-line group-to-come amount-large" />
        </div>
      </header>
      <GroupFrame groupId={groupId} current={current} aside={<Skeleton rows={3} />}>
        <Skeleton rows={6} />
      </GroupFrame>
    </Page>
  );
}
