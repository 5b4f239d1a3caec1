import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { preact } from '@preact/preset-vite';
import { defineConfig, loadEnv, type Plugin } from 'vite';

/** Constants of the build, so that what they switch off is not in the bundle at all. See `ImportMetaEnv`. */
const CONSTANTS = ['VITE_FIREBASE_CONFIG', 'VITE_EMULATORS', 'VITE_API_BASE'];

/** Components are exchanged while the page goes on; what is no component (words, stores) lives on in closures, so the page begins anew. */
const reloadForLogic: Plugin = {
  name: 'reload-for-logic',
  hotUpdate({ file, modules }) {
    if (modules.length === 0 || !file.endsWith('.ts')) return;
    this.environment.hot.send({ type: 'full-reload' });
    return [];
  },
};

/** With blanks between its elements, those that the program takes over would be put in anew, and what they animate begin again. */
const frameWithoutBlanks: Plugin = {
  name: 'frame-without-blanks',
  transformIndexHtml: (html) => html.replace(/>\s+</g, '><'),
};

/**
 * What a group shares with its sheets and the list: files, and folders with what lies directly in them. Named by hand, as imports
 * do not tell it: those of the shared package pass through one entrance, and chunks by who shares what weigh more in all. Nothing that
 * signing in needs may be among them. `npm run bench -- bundle` has the weights.
 */
const LEDGER = [
  'webapp-v2/src/features/group',
  ...['words', 'ledger', 'expenses', 'balances', 'activity'].map((folder) => `webapp-v2/src/features/group/${folder}`),
  ...['routes', 'money-fields', 'membership', 'admission', 'roles', 'edits'].map((name) => `packages/shared/src/contract/${name}.ts`),
  ...['amount', 'section-links'].map((name) => `webapp-v2/src/ui/${name}.tsx`),
].map((place) => join(import.meta.dirname, '..', place));

for (const place of LEDGER) if (!existsSync(place)) throw new Error(`${place} is no more: say in vite.config.ts what took its place`);

/** The fonts that the first words need, known before any style sheet names them. Those of rarer letters are left to whoever meets one. */
const preloadedFonts: Plugin = {
  name: 'preloaded-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /-latin-(wght|600)-normal-[\w-]+\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        })),
  },
};

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, import.meta.dirname, ['VITE_', 'SPLITIFYD_']);
  const apiProxy = env.SPLITIFYD_API_PROXY;
  return {
    plugins: [preact(), reloadForLogic, frameWithoutBlanks, preloadedFonts],
    define: Object.fromEntries(CONSTANTS.map((name) => [`import.meta.env.${name}`, env[name] ? JSON.stringify(env[name]) : 'undefined'])),
    build: {
      target: 'es2022',
      sourcemap: false,
      // Every browser of that target preloads modules by itself.
      modulePreload: { polyfill: false },
      // Inlined files would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      // What every page loads first comes in one file, and so does what belongs to the ledger: two dozen small ones compress worse and
      // are asked for one by one.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'base', tags: ['$initial'] },
              { name: 'ledger', minShareCount: 2, test: (id) => LEDGER.includes(id) || LEDGER.includes(dirname(id)) },
            ],
          },
        },
      },
    },
    server: apiProxy ? { proxy: { '/api': apiProxy } } : {},
  };
});
