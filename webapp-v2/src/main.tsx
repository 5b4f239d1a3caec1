import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { createStores } from './app/wiring.ts';
import { createSpeaker } from './i18n/speaker.ts';
import { browserPlatform } from './platform/browser.ts';
import { every } from './platform/clock.ts';
import { preferredLanguages } from './platform/preferred-languages.ts';
import { rememberedLanguage, rememberLanguage } from './platform/remembered-language.ts';
import { browserSharing } from './platform/sharing.ts';

/** How often "5 minutes ago" is looked at again, in ms. */
const NOW_EVERY_MS = 30_000;
const LANGUAGE_WAIT_MS = 1500;
const LANGUAGE_AGAIN_MS = 2000;

const platform = browserPlatform();
const page = new AbortController();
const now = signal(platform.clock.now());
void every(
  platform.clock,
  NOW_EVERY_MS,
  () => {
    now.value = platform.clock.now();
  },
  page.signal,
);

const stores = createStores(platform);
const browserLanguages = signal(preferredLanguages.now());
preferredLanguages.onChange(() => {
  browserLanguages.value = preferredLanguages.now();
}, page.signal);
const remembered = rememberedLanguage();
// Until the profile has arrived, the page goes on in the language of the last visit.
const chosen = computed(() => {
  if (stores.session.status.value === 'signed-out') return null;
  const profile = stores.profile.profile.value;
  return profile ? profile.locale : remembered;
});
effect(() => rememberLanguage(chosen.value));
// Once, and then for good: who signs out still reads the page they leave.
const pages = signal(false);
effect(() => {
  if (stores.session.status.value === 'signed-in') pages.value = true;
});
const speaker = createSpeaker({
  browser: browserLanguages,
  chosen,
  pages,
  now: () => now.value,
  pause: () => platform.clock.sleep(LANGUAGE_AGAIN_MS),
});
effect(() => {
  const { language, direction } = speaker.i18n.value;
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
});

const root = document.getElementById('app');
// Nothing is shown in the wrong language first, unless the right one is slow to come.
await Promise.race([speaker.ready, platform.clock.sleep(LANGUAGE_WAIT_MS)]);
if (root) render(<App stores={stores} i18n={speaker.i18n} sharing={browserSharing()} browserLanguages={browserLanguages} />, root);
