import { useSignal } from '@preact/signals';
import { LIMITS, type Member } from '@splitifyd/shared/contract';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { later } from '../later.tsx';
import type { Sharing } from './sharing.ts';

const QrCode = later(async () => (await import('./qr-code.tsx')).QrCode);

export interface InviteSheetProps {
  groupName: string;
  /** The placeholder whose place the invited person is to take. */
  claims: Member | null;
  createInvite: (claims: string | null) => Promise<Result<{ link: string }>>;
  sharing: Sharing;
  onClose: () => void;
}

/** Makes one link when it opens. The link is shown once: the server keeps its hash only. */
export function InviteSheet({ groupName, claims, createInvite, sharing, onClose }: InviteSheetProps) {
  const { t } = useI18n();
  const made = useSignal<Result<{ link: string }> | null>(null);
  const copied = useSignal<boolean | null>(null);
  const days = LIMITS.inviteDays;

  const make = async () => {
    made.value = null;
    made.value = await createInvite(claims?.id ?? null);
  };
  useEffect(() => void make(), []);

  const link = made.value?.ok ? made.value.value.link : null;
  const { share } = sharing;
  return (
    <Sheet title={claims ? t('invite.titleFor', { name: claims.displayName }) : t('invite.title')} onClose={onClose}>
      <p class="invite-hint">{claims ? t('invite.hintFor', { name: claims.displayName, days }) : t('invite.hint', { days })}</p>
      {!made.value && <p role="status">{t('invite.making')}</p>}
      {made.value && !made.value.ok && (
        <>
          <FormProblem text={t(`problem.${made.value.code}`)} />
          <Button onClick={make}>{t('action.tryAgain')}</Button>
        </>
      )}
      {link && (
        <>
          <Field label={t('invite.link')}>
            {(ids) => <input {...ids} class="control" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />}
          </Field>
          <div class="invite-actions">
            <Button
              look="primary"
              onClick={async () => {
                copied.value = await sharing.copy(link);
              }}
            >
              {t('invite.copy')}
            </Button>
            {share && (
              <Button onClick={() => share({ text: t('invite.shareText', { group: groupName }), url: link })}>{t('invite.share')}</Button>
            )}
          </div>
          <p class="quiet invite-result" role="status">
            {copied.value !== null && t(copied.value ? 'invite.copied' : 'invite.notCopied')}
          </p>
          <QrCode link={link} />
          <p class="quiet invite-result">{t('invite.qrHint')}</p>
        </>
      )}
    </Sheet>
  );
}
