import { posix } from 'node:path';
import { type Room, roomOf } from './rooms.ts';

/** Tests and what only they use go with the room that they test, and bring their tools. */
const TEST_FILE = /\.test\.tsx?$|\/testing\//;
const TEST_PACKAGES = ['vitest', 'fast-check', 'fake-indexeddb', 'fake-indexeddb/*', '@seriousme/openapi-schema-validator', 'node:*'];
const TEST_ROOMS = ['schemas'];

/** The shared package's entries, which cannot be told from a path. */
const ENTRIES: Record<string, string> = {
  '@splitifyd/shared/domain': 'domain',
  '@splitifyd/shared/contract': 'contract',
  '@splitifyd/shared/schemas': 'schemas',
};

/** Biome writes every import in one of these forms, so that no parser is needed; types count, because an arrow is one of knowledge. */
const IMPORTS = /^(?:import|export)\s[^'";()]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

interface Import {
  /** As the file spells it. */
  target: string;
  line: number;
  /** What is entered: a package by its name, a room of ours by its name and the path in it. */
  entered: { package: string } | { room: string | undefined; path: string };
}

export const isTestFile = (path: string): boolean => TEST_FILE.test(path);

export const allows = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));

/** The imports of a file. `path` is relative to the checkout, with forward slashes. */
export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORTS)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    const line = text.slice(0, match.index).split('\n').length;
    if (!target.startsWith('.') && !(target in ENTRIES)) return { target, line, entered: { package: target } };
    const targetPath = posix.join(posix.dirname(path), target);
    return { target, line, entered: { room: ENTRIES[target] ?? roomOf(targetPath)?.name, path: targetPath } };
  });
}

/** A line for every import of the file that runs against the arrows. */
export function forbiddenImports(path: string, text: string): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path}: belongs to no room; see scripts/checks/rooms.ts`];
  return importsOf(path, text).flatMap((imported) => {
    const reason = objection(room, path, imported);
    return reason === undefined ? [] : [`${path}:${imported.line}: ${room.name} may not import ${reason} ('${imported.target}')`];
  });
}

function objection(room: Room, path: string, { entered }: Import): string | undefined {
  const isTest = isTestFile(path);
  if ('package' in entered) {
    const isAllowed =
      room.packages === 'all' || allows(room.packages, entered.package) || (isTest && allows(TEST_PACKAGES, entered.package));
    return isAllowed ? undefined : 'this package';
  }
  if (isTestFile(entered.path) && !isTest) return 'what is there for tests';
  if (entered.room === undefined) return 'what is in no room';
  if (entered.room === room.name) return featureOf(path) === featureOf(entered.path) ? undefined : 'a sibling feature';
  const isAllowed = room.rooms === 'all' || room.rooms.includes(entered.room) || (isTest && TEST_ROOMS.includes(entered.room));
  return isAllowed ? undefined : entered.room;
}

/** Features are rooms of their own towards each other. */
const featureOf = (path: string): string | undefined => /\/features\/([^/]+)\//.exec(path)?.[1];
