import { mayCall, type Settlement } from '@splitifyd/shared/contract';
import { useI18n } from '../../../i18n/context.ts';
import { Missing } from '../editing/missing.tsx';
import { EditSettlement } from '../settle/edit-settlement.tsx';
import { NewSettlement } from '../settle/new-settlement.tsx';
import { SettlementDetail } from '../settle/settlement-detail.tsx';
import type { StateOf } from './follow.ts';
import { FollowedSheet } from './followed-sheet.tsx';
import type { SettlementSheetKind, SheetProps } from './open-sheet.ts';

const stateOf: StateOf<Settlement> = (entity) => (entity.kind === 'settlement' ? entity.state : null);

/** The sheets about payments; what they show is looked up at every change. */
export function SettlementSheets(props: SheetProps<SettlementSheetKind>) {
  const { store, people, open, onShow } = props;
  const { t } = useI18n();
  const close = () => onShow(null);
  if (open.kind === 'newSettlement') return <NewSettlement {...props} suggestion={open.suggestion} onClose={close} />;

  const notice = open.kind === 'refusedSettlement' ? open.notice : undefined;
  const anew = <NewSettlement {...props} suggestion={null} notice={notice} onClose={close} />;
  const missing = <Missing title={t('settlement.missing')} onClose={close} />;
  if (notice?.action === 'create') return anew;

  const settlementId = open.kind === 'refusedSettlement' ? open.notice.entityId : open.settlementId;
  const role = store.me.value?.role ?? null;
  return (
    <FollowedSheet
      key={notice?.id ?? `${open.kind} ${settlementId}`}
      id={settlementId}
      stateOf={stateOf}
      now={store.settlements.value.find(({ settlement }) => settlement.id === settlementId)?.settlement}
      known={notice?.current}
      store={store}
      missing={notice?.draft ? anew : missing}
      onClose={close}
    >
      {({ entry: settlement, deletedBy }) => {
        if (open.kind !== 'settlement') {
          return <EditSettlement {...props} notice={notice} settlement={settlement} deletedBy={deletedBy} onClose={close} />;
        }
        if (deletedBy !== null) return missing;
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
      }}
    </FollowedSheet>
  );
}
