import type { Page } from 'playwright-core';
import { goTo, type Scene, type Words } from './scene.ts';

/** A browser that nobody has signed in with proposes to create an account. */
const toSignIn = (page: Page, t: Words) => page.getByRole('radio', { name: t('account.signIn') }).check();

export const ACCOUNT_SCENES: readonly Scene[] = [
  { name: 'sign-in', as: 'nobody', arrange: toSignIn },
  {
    name: 'sign-in-incomplete',
    as: 'nobody',
    async arrange(page, t) {
      await toSignIn(page, t);
      await page.getByRole('button', { name: t('account.signIn') }).click();
      await page.getByText(t('account.missingEmail')).waitFor();
    },
  },
  { name: 'register', as: 'nobody', arrange: (page, t) => page.getByLabel(t('account.name')).waitFor() },
  {
    name: 'register-incomplete',
    as: 'nobody',
    async arrange(page, t) {
      await page.getByRole('button', { name: t('account.register') }).click();
      for (const problem of ['account.missingName', 'account.missingEmail', 'account.choosePassword'] as const) {
        await page.getByText(t(problem)).waitFor();
      }
    },
  },
  {
    name: 'invited',
    as: 'nobody',
    isOnItsOwn: true,
    async arrange(page, t) {
      await goTo(page, '/join#0123456789abcdefghijkl');
      await page.getByText(t('account.invited')).waitFor();
    },
  },
  {
    name: 'reset-password',
    as: 'nobody',
    async arrange(page, t) {
      await toSignIn(page, t);
      await page.getByRole('button', { name: t('account.forgot') }).click();
      await page.getByLabel(t('account.email')).fill('mara.linde@example.test');
      await page.getByRole('button', { name: t('account.resetSend') }).click();
      await page.getByText(t('account.resetSentTitle')).waitFor();
    },
  },
  {
    name: 'profile',
    as: 'member',
    isOnItsOwn: true,
    async arrange(page, t) {
      await goTo(page, '/profile');
      await page.getByLabel(t('profile.language')).waitFor();
    },
  },
  {
    name: 'delete-account',
    as: 'member',
    isOnItsOwn: true,
    async arrange(page, t) {
      await goTo(page, '/profile');
      await page.getByLabel(t('profile.language')).waitFor();
      await page.getByRole('button', { name: t('profile.deleteOpen') }).click();
      await page.getByRole('button', { name: t('profile.deleteNow') }).click();
      await page
        .getByRole('dialog')
        .getByText(t('profile.deleteMistyped', { word: t('profile.deleteWord') }))
        .waitFor();
    },
  },
];
