import { posix } from 'node:path';

interface Room {
  name: string;
  /** Matches the paths of the room's files, relative to the checkout. The first room that matches is the file's. */
  files: RegExp;
  /** Rooms that its files may import besides their own. */
  rooms: string[] | 'all';
  /** Packages that its files may import; a trailing `*` stands for any continuation. */
  packages: string[] | 'all';
}

const SHARED = ['domain', 'contract'];
const SERVER = 'firebase/functions/src';
const PAGE = 'webapp-v2/src';
const PREACT = ['preact', 'preact/*', '@preact/signals', 'preact-iso'];

/** Which way the arrows point; `docs/architecture.md` draws the same picture. */
const ROOMS: readonly Room[] = [
  { name: 'domain', files: /^packages\/shared\/src\/domain\//, rooms: [], packages: [] },
  { name: 'contract', files: /^packages\/shared\/src\/contract\//, rooms: ['domain'], packages: ['zod'] },

  { name: 'config', files: new RegExp(`^${SERVER}/config\\.ts$`), rooms: ['contract'], packages: [] },
  { name: 'deployment', files: new RegExp(`^${SERVER}/deployment\\.ts$`), rooms: ['contract'], packages: ['firebase-functions/params'] },
  { name: 'server wiring', files: new RegExp(`^${SERVER}/[^/]+$`), rooms: 'all', packages: 'all' },
  {
    name: 'http',
    files: new RegExp(`^${SERVER}/http/`),
    rooms: ['services', 'ports', 'observability', ...SHARED, 'schemas'],
    packages: ['express', 'lru-cache', 'zod', 'node:*'],
  },
  { name: 'ports', files: new RegExp(`^${SERVER}/services/(.*/)?ports\\.ts$`), rooms: ['services', ...SHARED], packages: [] },
  {
    name: 'services',
    files: new RegExp(`^${SERVER}/services/`),
    rooms: ['ports', 'observability', ...SHARED],
    packages: ['node:*', 'lru-cache'],
  },
  {
    name: 'repositories',
    files: new RegExp(`^${SERVER}/repositories/`),
    rooms: ['ports', ...SHARED, 'schemas'],
    packages: ['firebase-admin/*', 'zod', 'node:*', 'lru-cache'],
  },
  {
    name: 'triggers, tasks and scheduled',
    files: new RegExp(`^${SERVER}/(triggers|tasks|scheduled)/`),
    rooms: ['services', 'ports', 'observability', 'deployment', ...SHARED],
    packages: ['firebase-functions', 'firebase-functions/*'],
  },
  { name: 'observability', files: new RegExp(`^${SERVER}/observability/`), rooms: [], packages: ['node:*'] },

  { name: 'app', files: new RegExp(`^${PAGE}/(app/|[^/]+$)`), rooms: 'all', packages: 'all' },
  {
    name: 'features',
    files: new RegExp(`^${PAGE}/features/`),
    rooms: ['stores', 'ui', 'i18n', ...SHARED],
    packages: [...PREACT, 'uqr'],
  },
  { name: 'stores', files: new RegExp(`^${PAGE}/stores/`), rooms: ['sync', 'local-db', ...SHARED], packages: ['@preact/signals'] },
  { name: 'sync', files: new RegExp(`^${PAGE}/sync/`), rooms: ['local-db', 'platform', ...SHARED], packages: [] },
  { name: 'local-db', files: new RegExp(`^${PAGE}/local-db/`), rooms: SHARED, packages: ['dexie', 'idb'] },
  { name: 'platform', files: new RegExp(`^${PAGE}/platform/`), rooms: [], packages: ['firebase/*'] },
  { name: 'ui', files: new RegExp(`^${PAGE}/ui/`), rooms: ['i18n', 'domain'], packages: PREACT },
  { name: 'i18n', files: new RegExp(`^${PAGE}/i18n/`), rooms: ['domain'], packages: PREACT },
];

/** Tests go with the room that they test, and bring their tools. */
const TEST_FILE = /\.test\.tsx?$|\/arbitraries\.ts$/;
const TEST_PACKAGES = ['vitest', 'fast-check', 'fake-indexeddb', 'fake-indexeddb/*', '@seriousme/openapi-schema-validator', 'node:*'];

/** The shared package's entries, which cannot be told from a path. */
const ENTRIES: Record<string, string> = {
  '@splitifyd/shared/domain': 'domain',
  '@splitifyd/shared/contract': 'contract',
  '@splitifyd/shared/schemas': 'schemas',
};

/** Biome writes every import in one of these forms, so that no parser is needed; types count, because an arrow is one of knowledge. */
const IMPORTS = /^(?:import|export)\s[^'";()]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

const matches = (patterns: string[], name: string): boolean =>
  patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));

const roomOf = (path: string): Room | undefined => ROOMS.find(({ files }) => files.test(path));

/** Features are rooms of their own towards each other. */
const featureOf = (path: string): string | undefined => /\/features\/([^/]+)\//.exec(path)?.[1];

/** A line for every import of the file that runs against the arrows. `path` is relative to the checkout, with forward slashes. */
export function forbiddenImports(path: string, text: string): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path}: belongs to no room; see scripts/rooms.ts`];
  return [...text.matchAll(IMPORTS)].flatMap((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    const reason = objection(room, path, target);
    if (reason === undefined) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return [`${path}:${line}: ${room.name} may not import ${reason} ('${target}')`];
  });
}

function objection(room: Room, path: string, target: string): string | undefined {
  const isTest = TEST_FILE.test(path);
  if (!target.startsWith('.') && !(target in ENTRIES)) {
    const isAllowed = room.packages === 'all' || matches(room.packages, target) || (isTest && matches(TEST_PACKAGES, target));
    return isAllowed ? undefined : 'this package';
  }
  const targetPath = posix.join(posix.dirname(path), target);
  const entered = ENTRIES[target] ?? roomOf(targetPath)?.name;
  if (entered === undefined) return 'what is in no room';
  if (entered === room.name) return featureOf(path) === featureOf(targetPath) ? undefined : 'a sibling feature';
  return room.rooms === 'all' || room.rooms.includes(entered) ? undefined : entered;
}
