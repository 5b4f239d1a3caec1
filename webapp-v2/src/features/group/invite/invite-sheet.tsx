import { useSignal } from '@preact/signals';
import { LIMITS, type Member } from '@splitifyd/shared/contract';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { later } from '../later.tsx';
import { InviteLink } from './invite-link.tsx';
import type { Sharing } from './sharing.ts';
import './invite.css';

const QrCode = later(async () => (await import('./qr-code.tsx')).QrCode);

const ROLES = ['member', 'viewer'] as const;
type InvitedRole = (typeof ROLES)[number];

interface InviteSheetProps {
  groupName: string;
  /** The placeholder whose place the invited person is to take. */
  claims: Member | null;
  createInvite: (claims: string | null, role: InvitedRole) => Promise<Result<{ link: string }>>;
  sharing: Sharing;
  onClose: () => void;
}

/** Has a link when it opens, for members, and one for viewers if asked. Each is shown here alone: the server keeps its hash only. */
export function InviteSheet({ groupName, claims, createInvite, sharing, onClose }: InviteSheetProps) {
  const { t } = useI18n();
  const role = useSignal<InvitedRole>('member');
  const made = useSignal<Partial<Record<InvitedRole, Result<{ link: string }>>>>({});
  const current = made.value[role.value];
  const days = LIMITS.inviteDays;

  const make = async (asked: InvitedRole) => {
    made.value = { ...made.value, [asked]: undefined };
    const result = await createInvite(claims?.id ?? null, asked);
    made.value = { ...made.value, [asked]: result };
  };
  useEffect(() => {
    if (!made.peek()[role.value]?.ok) void make(role.value);
  }, [role.value]);

  return (
    <Sheet title={claims ? t('invite.titleFor', { name: claims.displayName }) : t('invite.title')} onClose={onClose}>
      <p class="invite-text">{claims ? t('invite.hintFor', { name: claims.displayName, days }) : t('invite.hint', { days })}</p>
      <SelectField
        label={t('invite.role')}
        value={role.value}
        options={ROLES.map((value) => ({ value, text: `${t(`role.${value}`)}: ${t(`roleHint.${value}`)}` }))}
        onChange={(value) => {
          role.value = value;
        }}
      />
      {!current && <p role="status">{t('invite.making')}</p>}
      {current && !current.ok && (
        <>
          <FormProblem text={t(`problem.${current.code}`)} />
          <Button onClick={() => make(role.value)}>{t('action.tryAgain')}</Button>
        </>
      )}
      {current?.ok && (
        <>
          <InviteLink key={role.value} link={current.value.link} groupName={groupName} sharing={sharing} />
          <QrCode link={current.value.link} />
          <p class="quiet invite-text">{t('invite.qrHint')}</p>
        </>
      )}
    </Sheet>
  );
}
