import { type Invite, LIMITS } from '@splitifyd/shared/contract';
import type { I18n } from '../../../i18n/i18n.ts';
import type { People } from '../people.ts';

const LIFE_MS = LIMITS.inviteDays * 24 * 60 * 60 * 1000;

/** "For anybody", "For Carla". */
export const whomText = ({ claims }: Invite, people: People, { t }: Pick<I18n, 't'>): string =>
  claims === null ? t('invites.anybody') : t('invites.forName', { name: people.nameOf(claims) });

/** Which link works no more: of several for the same people, the one of that moment. */
export const revokedText = (invite: Invite, people: People, i18n: Pick<I18n, 't' | 'moment'>): string =>
  i18n.t('invites.revoked', { invite: whomText(invite, people, i18n), when: i18n.moment(invite.expiresAt - LIFE_MS) });
