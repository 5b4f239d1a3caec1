import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Manifest {
  name: string;
  version: string;
  /** The runtime installs these by itself from `dist/package.json`; everything else travels inside the bundle. */
  dependencies: Record<string, string>;
}

const readManifest = async (folder: string): Promise<Manifest> => JSON.parse(await readFile(here(join(folder, 'package.json')), 'utf8'));

/** No lockfile is deployed: what is installed there is exactly what was tested here. */
async function deployedManifest(): Promise<Manifest> {
  const manifest = await readManifest('.');
  const names = Object.keys(manifest.dependencies);
  const installed = names.map(async (name) => [name, (await readManifest(join('node_modules', name))).version]);
  return { ...manifest, dependencies: Object.fromEntries(await Promise.all(installed)) };
}

const run = promisify(execFile);

/**
 * The version with what tells two deployments apart (build metadata, as semantic versioning calls it): the commit, and the time of the build
 * where the commit does not say everything, or there is none.
 */
async function deployedVersion(version: string): Promise<string> {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  try {
    const { stdout: commit } = await run('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: here('.') });
    const { stdout: changes } = await run('git', ['status', '--porcelain'], { cwd: here('.') });
    return `${version}+${commit.trim()}${changes === '' ? '' : `.${time}`}`;
  } catch {
    return `${version}+${time}`;
  }
}

async function writeManifest({ name, version, dependencies }: Manifest): Promise<void> {
  const deployed = { name, version, private: true, type: 'module', main: 'index.js', engines: { node: '22' }, dependencies };
  await mkdir(here('dist'), { recursive: true });
  await writeFile(here('dist/package.json'), `${JSON.stringify(deployed, null, 2)}\n`);
}

/** The parameters' values lie beside the code that is deployed; that is where firebase-tools looks for them. */
async function copyParameters(): Promise<void> {
  const files = (await readdir(here('.'))).filter((name) => /^\.env(\..+)?$/.test(name));
  await Promise.all(files.map((name) => copyFile(here(name), here(`dist/${name}`))));
}

/** zod's messages in fifty languages would be a sixth of the bundle, which every cold start reads; ours are for developers, in English. */
const englishZod: Plugin = {
  name: 'english-zod',
  setup({ onResolve }) {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ path, resolveDir, importer }) =>
      /[\\/]zod[\\/]v4[\\/]/.test(importer) ? { path: join(resolveDir, path, '../en.js'), sideEffects: false } : undefined,
    );
  },
};

const bundle = ({ dependencies }: Manifest, version: string): BuildOptions => ({
  entryPoints: [here('src/index.ts')],
  outfile: here('dist/index.js'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [englishZod],
  external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
  define: { 'process.env.SPLITIFYD_VERSION': JSON.stringify(version) },
  // Express is CommonJS and calls `require` for Node's own modules, which an ES module does not have.
  banner: { js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);" },
});

/**
 * Bundles the functions into `dist/`, ready to deploy and to be loaded by the emulator.
 * With `watch` it rebuilds on every change until `stop` is called; without, `stop` does nothing.
 */
export async function buildFunctions({ watch = false } = {}): Promise<{ stop(): Promise<void> }> {
  const manifest = await deployedManifest();
  await writeManifest(manifest);
  await copyParameters();
  const options = bundle(manifest, await deployedVersion(manifest.version));
  if (!watch) {
    await build(options);
    return { stop: async () => {} };
  }
  const watcher = await context(options);
  await watcher.rebuild();
  await watcher.watch();
  return { stop: () => watcher.dispose() };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildFunctions();
