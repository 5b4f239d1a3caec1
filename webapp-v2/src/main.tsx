import './ui/tokens.css';
import './ui/base.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { createStores } from './app/wiring.ts';
import { createI18n, type I18n } from './i18n/i18n.ts';
import { ENGLISH, type Language, preferredLoader } from './i18n/languages.ts';
import { browserPlatform } from './platform/browser.ts';
import { every } from './platform/clock.ts';
import { preferredLanguages } from './platform/preferred-languages.ts';
import { browserSharing } from './platform/sharing.ts';

/** How often "5 minutes ago" is looked at again, in ms. */
const NOW_EVERY_MS = 30_000;

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

const preferred = preferredLanguages();
const speak = (language: Language): I18n => createI18n({ ...language, preferred, now: () => now.value });
const i18n = signal(speak(ENGLISH));
effect(() => {
  document.documentElement.lang = i18n.value.language;
  document.documentElement.dir = i18n.value.direction;
});
// A language that does not arrive leaves the page in English.
preferredLoader(preferred)?.().then(
  (language) => {
    i18n.value = speak(language);
  },
  () => {},
);

const root = document.getElementById('app');
if (root) render(<App stores={createStores(platform)} i18n={i18n} sharing={browserSharing()} />, root);
