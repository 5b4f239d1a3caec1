import { preact } from '@preact/preset-vite';
import { defineConfig, loadEnv, type Plugin } from 'vite';
import { sharedChunks } from './shared-chunks.ts';

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

/** The fonts that the first words need, known before any style sheet names them. Those of rarer letters are left to whoever meets one. */
const preloadedFonts: Plugin = {
  name: 'preloaded-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      // While it is developed nothing is bundled.
      if (!bundle) return [];
      const fonts = Object.keys(bundle).filter((file) => /-latin-(wght|600)-normal-[\w-]+\.woff2$/.test(file));
      if (fonts.length !== 2) throw new Error(`not the two fonts to preload: ${fonts.join(', ')}; see src/ui/fonts.css`);
      return fonts.map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      }));
    },
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
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [{ name: 'base', tags: ['$initial'] }, ...sharedChunks],
          },
        },
      },
    },
    server: apiProxy ? { proxy: { '/api': apiProxy } } : {},
  };
});
