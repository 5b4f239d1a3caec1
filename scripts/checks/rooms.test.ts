import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../project.ts';
import { sources } from './arrows.ts';
import { allows, importsOf, isTestFile } from './imports.ts';
import { ROOMS, type Room, roomOf } from './rooms.ts';

type Permissions = Pick<Room, 'rooms' | 'packages'>;

const CODE = /^`(.*)`$/;

/** The table of the document: one row a room, whose first cell names its folders or files; all but the first stand beside the first. */
function documentedRooms(): { paths: string[]; imports: Permissions }[] {
  const [, table = ''] = readFileSync(inProject('docs/architecture.md'), 'utf8').split('| room | what lives there | imports |\n');
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(1);
  return rows.map((row) => {
    const [where = '', , imports = ''] = row.slice(2, -2).split(' | ');
    const [first = '', ...others] = where.split(', ').map((path) => path.replace(CODE, '$1'));
    const paths = [first, ...others.map((other) => posix.join(posix.dirname(first), other))];
    return { paths: paths.map((path) => (posix.extname(path) === '' ? `${path}/some.ts` : path)), imports: permissionsIn(imports) };
  });
}

function permissionsIn(cell: string): Permissions {
  if (cell === 'everything') return { rooms: 'all', packages: 'all' };
  const names = cell === 'nothing' ? [] : cell.split(', ');
  return {
    rooms: names.filter((name) => !CODE.test(name)),
    packages: names.filter((name) => CODE.test(name)).map((name) => name.replace(CODE, '$1')),
  };
}

const sorted = (names: Permissions['rooms']) => (names === 'all' ? names : [...names].sort());
const comparable = ({ rooms, packages }: Permissions) => ({ rooms: sorted(rooms), packages: sorted(packages) });

test('the document gives every room the permissions that the lint grants it', () => {
  const documented = documentedRooms().flatMap(({ paths, imports }) =>
    paths.map((path) => [roomOf(path)?.name ?? path, comparable(imports)]),
  );
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(ROOMS.map((room) => [room.name, comparable(room)])));
});

test('no path of the document is in two rooms, and none of its rows is about another room', () => {
  const rows = documentedRooms().map(({ paths }) => [...new Set(paths.map((path) => roomOf(path)?.name))]);
  expect(rows).toEqual(rows.map(() => [expect.any(String)]));
  expect(new Set(rows.flat()).size).toBe(rows.length);
});

test('no room has a permission that it does not use: of rooms in its tests at least, of packages in the product', () => {
  const uses = sources().flatMap(({ path, text }) =>
    importsOf(path, text).map(({ entered }) => ({ by: roomOf(path), entered, isTest: isTestFile(path) })),
  );
  const idle = ROOMS.flatMap((room) => {
    const own = uses.filter(({ by }) => by === room);
    const { rooms, packages } = room;
    const enters = (name: string) => own.some(({ entered }) => 'room' in entered && entered.room === name);
    const loads = (name: string) => own.some(({ entered, isTest }) => !isTest && 'package' in entered && allows([name], entered.package));
    return [
      ...(rooms === 'all' ? [] : rooms.filter((name) => !enters(name))),
      ...(packages === 'all' ? [] : packages.filter((name) => !loads(name))),
    ].map((name) => `${room.name} → ${name}`);
  });
  expect(idle).toEqual([]);
});
