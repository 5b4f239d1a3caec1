import { INVITE_TOKEN } from '../demo/heavy-load.ts';
import { goTo, type Scene } from './scene.ts';

export const JOIN_SCENES: readonly Scene[] = [
  {
    name: 'join-bad-link',
    as: 'member',
    isOnItsOwn: true,
    async arrange(page, t) {
      await goTo(page, '/join');
      await page.getByText(t('join.badTitle')).waitFor();
    },
  },
  {
    name: 'join-unknown',
    as: 'member',
    isOnItsOwn: true,
    async arrange(page, t) {
      await goTo(page, '/join#0123456789abcdefghijkl');
      await page.getByText(t('join.ended')).waitFor();
    },
  },
  {
    name: 'join',
    as: 'newcomer',
    isOnItsOwn: true,
    async arrange(page) {
      await goTo(page, `/join#${INVITE_TOKEN}`);
      await page.getByRole('radio', { name: 'Bo' }).check();
    },
  },
  {
    name: 'join-already-in',
    as: 'heavy',
    isOnItsOwn: true,
    async arrange(page, t) {
      await goTo(page, `/join#${INVITE_TOKEN}`);
      await page.getByText(t('join.alreadyIn')).waitFor();
    },
  },
];
