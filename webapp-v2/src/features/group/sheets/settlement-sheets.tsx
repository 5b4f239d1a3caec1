import { mayCall } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { Missing } from '../editing/missing.tsx';
import { EditSettlement } from '../settle/edit-settlement.tsx';
import { NewSettlement } from '../settle/new-settlement.tsx';
import { SettlementDetail } from '../settle/settlement-detail.tsx';
import type { SettlementSheetKind, SheetProps } from './open-sheet.ts';
import { useFollowed } from './use-followed.ts';

type Props = SheetProps<SettlementSheetKind>;

/** The sheets about payments; what they show is looked up at every change. */
export function SettlementSheets(props: Props) {
  const { open } = props;
  const close = () => props.onShow(null);
  if (open.kind === 'newSettlement') return <NewSettlement {...props} suggestion={open.suggestion} onClose={close} />;
  if (open.kind !== 'refusedSettlement') {
    return <OneSettlement key={`${open.kind} ${open.settlementId}`} {...props} settlementId={open.settlementId} />;
  }
  const { notice } = open;
  if (notice.action === 'create') return <NewSettlement {...props} suggestion={null} notice={notice} onClose={close} />;
  return <OneSettlement key={notice.id} {...props} settlementId={notice.entityId} />;
}

function OneSettlement({ settlementId, ...props }: Props & { settlementId: string }) {
  const { store, people, open, onShow } = props;
  const { t } = useI18n();
  const notice = open.kind === 'refusedSettlement' ? open.notice : undefined;
  const row = store.settlements.value.find(({ settlement }) => settlement.id === settlementId);
  const followed = useFollowed(row?.settlement ?? notice?.current, store);
  const close = () => onShow(null);
  if (!followed || followed.entity.deletedAt !== null) return <Missing title={t('settlement.missing')} onClose={close} />;
  const { entity: settlement, deletedBy } = followed;

  if (open.kind !== 'settlement') {
    return <EditSettlement {...props} {...(notice && { notice })} settlement={settlement} deletedBy={deletedBy} onClose={close} />;
  }
  if (deletedBy !== null) return <Missing title={t('settlement.missing')} onClose={close} />;
  const role = store.me.value?.role ?? null;
  return (
    <SettlementDetail
      settlement={settlement}
      people={people}
      onEdit={mayCall('updateSettlement', role) ? () => onShow({ kind: 'editSettlement', settlementId }) : null}
      onDelete={
        mayCall('deleteSettlement', role)
          ? () => {
              close();
              store.deleteSettlement(settlementId);
            }
          : null
      }
      onClose={close}
    />
  );
}
