import { useSignal } from '@preact/signals';
import { useI18n } from '../../../i18n/context.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import type { Sharing } from './sharing.ts';

interface InviteLinkProps {
  link: string;
  groupName: string;
  sharing: Sharing;
}

/** One link and the ways of handing it on. */
export function InviteLink({ link, groupName, sharing }: InviteLinkProps) {
  const { t } = useI18n();
  const copied = useSignal<boolean | null>(null);
  const { copy, share } = sharing;
  return (
    <>
      <Field label={t('invite.link')}>
        {(ids) => <input {...ids} class="control" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />}
      </Field>
      <div class="invite-actions">
        <Button
          look="primary"
          onClick={async () => {
            copied.value = await copy(link);
          }}
        >
          {t('invite.copy')}
        </Button>
        {share && (
          <Button onClick={() => share({ text: t('invite.shareText', { group: groupName }), url: link })}>{t('invite.share')}</Button>
        )}
        <p class="quiet invite-text" role="status">
          {copied.value !== null && t(copied.value ? 'invite.copied' : 'invite.notCopied')}
        </p>
      </div>
    </>
  );
}
