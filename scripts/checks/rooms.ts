export interface Room {
  name: string;
  /** Matches the paths of the room's files, relative to the checkout. The first room that matches is the file's. */
  files: RegExp;
  /** Rooms that its files may import besides their own. */
  rooms: string[] | 'all';
  /** Packages that its files may import; a trailing `*` stands for any continuation. */
  packages: string[] | 'all';
}

const SERVER = 'firebase/functions/src';
const PAGE = 'webapp-v2/src';
const PREACT = ['preact', 'preact/*', '@preact/signals'];

/** Which way the arrows point: what is used and nothing more. `docs/architecture.md` says the same in words. */
export const ROOMS: readonly Room[] = [
  { name: 'domain', files: /^packages\/shared\/src\/domain\//, rooms: [], packages: [] },
  { name: 'contract', files: /^packages\/shared\/src\/contract\//, rooms: ['domain'], packages: ['zod'] },

  { name: 'config', files: new RegExp(`^${SERVER}/config\\.ts$`), rooms: ['contract'], packages: [] },
  { name: 'deployment', files: new RegExp(`^${SERVER}/deployment\\.ts$`), rooms: ['contract'], packages: ['firebase-functions/params'] },
  { name: 'server wiring', files: new RegExp(`^${SERVER}/[^/]+$`), rooms: 'all', packages: 'all' },
  {
    name: 'http',
    files: new RegExp(`^${SERVER}/http/`),
    rooms: ['services', 'ports', 'observability', 'contract', 'schemas'],
    packages: ['express', 'lru-cache', 'zod', 'node:buffer', 'node:crypto'],
  },
  { name: 'ports', files: new RegExp(`^${SERVER}/services/(.*/)?ports\\.ts$`), rooms: ['domain', 'contract'], packages: [] },
  {
    name: 'services',
    files: new RegExp(`^${SERVER}/services/`),
    rooms: ['ports', 'domain', 'contract'],
    packages: ['node:buffer', 'node:crypto'],
  },
  {
    name: 'repositories',
    files: new RegExp(`^${SERVER}/repositories/`),
    rooms: ['ports', 'domain', 'contract', 'schemas'],
    packages: ['firebase-admin/*', 'zod', 'node:timers/promises'],
  },
  {
    name: 'triggers, tasks and scheduled',
    files: new RegExp(`^${SERVER}/(triggers|tasks|scheduled)/`),
    rooms: ['services', 'deployment'],
    packages: ['firebase-functions/*'],
  },
  { name: 'observability', files: new RegExp(`^${SERVER}/observability/`), rooms: [], packages: ['node:async_hooks'] },

  { name: 'app', files: new RegExp(`^${PAGE}/(app/|[^/]+$)`), rooms: 'all', packages: 'all' },
  {
    name: 'features',
    files: new RegExp(`^${PAGE}/features/`),
    rooms: ['stores', 'ui', 'i18n', 'domain', 'contract'],
    packages: [...PREACT, 'uqr'],
  },
  {
    name: 'stores',
    files: new RegExp(`^${PAGE}/stores/`),
    rooms: ['sync', 'local-db', 'domain', 'contract'],
    packages: ['@preact/signals'],
  },
  { name: 'sync', files: new RegExp(`^${PAGE}/sync/`), rooms: ['local-db', 'platform', 'domain', 'contract'], packages: [] },
  { name: 'local-db', files: new RegExp(`^${PAGE}/local-db/`), rooms: ['domain', 'contract'], packages: ['idb'] },
  { name: 'platform', files: new RegExp(`^${PAGE}/platform/`), rooms: [], packages: ['firebase/*'] },
  { name: 'ui', files: new RegExp(`^${PAGE}/ui/`), rooms: ['i18n', 'domain'], packages: PREACT },
  { name: 'i18n', files: new RegExp(`^${PAGE}/i18n/`), rooms: ['domain'], packages: PREACT },
];

/** `path` is relative to the checkout, with forward slashes. */
export const roomOf = (path: string): Room | undefined => ROOMS.find(({ files }) => files.test(path));
