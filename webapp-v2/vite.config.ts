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

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, import.meta.dirname, ['VITE_', 'SPLITIFYD_']);
  const apiProxy = env.SPLITIFYD_API_PROXY;
  return {
    plugins: [preact(), reloadForLogic, frameWithoutBlanks],
    define: Object.fromEntries(CONSTANTS.map((name) => [`import.meta.env.${name}`, env[name] ? JSON.stringify(env[name]) : 'undefined'])),
    build: {
      target: 'es2022',
      sourcemap: false,
      // Every browser of that target preloads modules by itself.
      modulePreload: { polyfill: false },
      // Inlined files would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      // What every page loads first comes in one file, and so does what a group shares with its sheets and the list: two dozen small
      // ones compress worse and are asked for one by one. Nothing that signing in needs may be among the second.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'base', tags: ['$initial'] },
              {
                name: 'ledger',
                minShareCount: 2,
                test: /features\/group\/(words|ledger|expenses|balances|activity|[a-z-]+\.ts)|contract\/(routes|money-fields|membership|admission|roles|edits)|ui\/(amount|section-links)/,
              },
            ],
          },
        },
      },
    },
    server: apiProxy ? { proxy: { '/api': apiProxy } } : {},
  };
});
