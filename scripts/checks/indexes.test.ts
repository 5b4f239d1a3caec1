import { readdirSync, readFileSync } from 'node:fs';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { afterAll, expect, test } from 'vitest';
import { queries } from '../../firebase/functions/src/repositories/queries.ts';
import * as announcements from '../../webapp-v2/src/sync/transport/announcements.ts';
import { adminQueryOf } from '../admin-query.ts';
import { inProject } from '../project.ts';

// Queries are only built here, never sent: how they are to be encoded for the wire tells what they filter and sort by.

interface Field {
  fieldPath: string;
  order?: 'ASCENDING' | 'DESCENDING';
  arrayConfig?: 'CONTAINS';
}
interface Indexes {
  indexes: { collectionGroup: string; queryScope: string; fields: Field[] }[];
  fieldOverrides: { collectionGroup: string; fieldPath: string; indexes: unknown[] }[];
}
interface Filter {
  compositeFilter?: { filters: Filter[] };
  fieldFilter?: { field: { fieldPath: string }; op: string };
  unaryFilter?: { field: { fieldPath: string }; op: string };
}
interface Structured {
  from: { collectionId: string }[];
  where?: Filter;
  orderBy?: { field: { fieldPath: string }; direction: 'ASCENDING' | 'DESCENDING' }[];
}

const { indexes, fieldOverrides }: Indexes = JSON.parse(readFileSync(inProject('firestore.indexes.json'), 'utf8'));

const app = initializeApp({ projectId: 'demo-indexes' }, 'indexes');
afterAll(() => deleteApp(app));
const db: Firestore = getFirestore(app);
const made = queries(db);

const structured = (query: object): Structured => {
  if (!('toProto' in query) || typeof query.toProto !== 'function') throw new Error('this query cannot be encoded');
  return query.toProto().structuredQuery;
};

type OfThePage = Exclude<keyof typeof announcements, 'announce' | 'headOf'>;

const ALL: Record<keyof typeof made | OfThePage, object> = {
  groupsOf: made.groupsOf('u'),
  groupsOfNewestFirst: made.groupsOfNewestFirst('u'),
  groupsOfOldestFirst: made.groupsOfOldestFirst('u'),
  departures: made.departures('u'),
  liveExpenses: made.liveExpenses('g'),
  liveSettlements: made.liveSettlements('g'),
  newestExpenses: made.newestExpenses('g'),
  newestSettlements: made.newestSettlements('g'),
  expensesChangedAfter: made.expensesChangedAfter('g', 1),
  newestActivity: made.newestActivity('g'),
  activityBelow: made.activityBelow('g', 1),
  activityAfter: made.activityAfter('g', 1),
  activityUpTo: made.activityUpTo('g', 1),
  activityBetween: made.activityBetween('g', 1, 2),
  staleNotifications: made.staleNotifications('group-changes', 1),
  reportsBefore: made.reportsBefore(1),
  groupsActiveSince: made.groupsActiveSince(1),
  changesOfAll: adminQueryOf(db, announcements.changesOfAll('u')),
  groupItself: adminQueryOf(db, announcements.groupItself('g', 'u')),
  expenseChangesOf: adminQueryOf(db, announcements.expenseChangesOf('g', 'u')),
};

const filtersOf = (filter: Filter | undefined): { fieldPath: string; op: string }[] => {
  if (filter === undefined) return [];
  if (filter.compositeFilter) return filter.compositeFilter.filters.flatMap(filtersOf);
  const single = filter.fieldFilter ?? filter.unaryFilter;
  return single ? [{ fieldPath: single.field.fieldPath, op: single.op }] : [];
};

const EQUALITY = new Set(['EQUAL', 'IS_NULL', 'ARRAY_CONTAINS']);

/** The index that Firestore asks for: what is compared for equality in any order, then what is sorted by; null where single fields do. */
function neededIndex({ from, where, orderBy = [] }: Structured) {
  const filters = filtersOf(where);
  const equal = filters.filter(({ op }) => EQUALITY.has(op));
  const sorted = orderBy.map(({ field, direction }) => ({ fieldPath: field.fieldPath, order: direction }));
  const byName = sorted.filter(({ fieldPath }) => fieldPath !== '__name__');
  const onlyOneField = equal.length === 0 && byName.length <= 1;
  if (byName.length === 0 || onlyOneField) return null;
  return { collectionGroup: from[0]?.collectionId, equal, sorted };
}

const fieldOf = ({ fieldPath, order, arrayConfig }: Field) => ({ fieldPath, by: arrayConfig ?? order });

function isServed(needed: NonNullable<ReturnType<typeof neededIndex>>): boolean {
  return indexes.some(({ collectionGroup, queryScope, fields }) => {
    if (collectionGroup !== needed.collectionGroup || queryScope !== 'COLLECTION') return false;
    const head = fields.slice(0, needed.equal.length).map(fieldOf);
    const tail = fields.slice(needed.equal.length).map(fieldOf);
    const wanted = needed.sorted.map(fieldOf);
    // Every index ends with the name, in the direction of the last field, whether that is written or not.
    if (tail.length === wanted.length - 1) tail.push({ fieldPath: '__name__', by: tail.at(-1)?.by });
    const compared = needed.equal.every(({ fieldPath, op }) =>
      head.some((field) => field.fieldPath === fieldPath && (field.by === 'CONTAINS') === (op === 'ARRAY_CONTAINS')),
    );
    return compared && JSON.stringify(tail) === JSON.stringify(wanted);
  });
}

test.each(Object.entries(ALL))('the query %s has its index', (_, query) => {
  const needed = neededIndex(structured(query));
  expect(needed === null || isServed(needed) ? null : needed).toBeNull();
});

test('no query filters or sorts by a field whose index is switched off', () => {
  const off = fieldOverrides
    .filter((override) => override.indexes.length === 0)
    .map((override) => `${override.collectionGroup}.${override.fieldPath}`);
  const used = Object.values(ALL).flatMap((query) => {
    const { from, where, orderBy = [] } = structured(query);
    const fields = [...filtersOf(where).map(({ fieldPath }) => fieldPath), ...orderBy.map(({ field }) => field.fieldPath)];
    return fields.map((field) => `${from[0]?.collectionId}.${field}`);
  });
  expect(used.filter((field) => off.some((name) => field === name || field.startsWith(`${name}.`)))).toEqual([]);
});

test('no index is there for nothing', () => {
  const needed = Object.values(ALL).flatMap((query) => neededIndex(structured(query)) ?? []);
  const unused = indexes.filter(({ collectionGroup, fields }) => {
    const names = fields.map(({ fieldPath, order }) => `${fieldPath} ${order ?? ''}`);
    return !needed.some(
      (query) =>
        query.collectionGroup === collectionGroup &&
        query.sorted.every(({ fieldPath, order }) => fieldPath === '__name__' || names.includes(`${fieldPath} ${order}`)),
    );
  });
  expect(unused).toEqual([]);
});

/** The files of a product's folder, tests and their tools aside, in which something is found. */
function filesWith(found: RegExp, folder: string): string[] {
  const files = readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' });
  const product = files.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|testing\//.test(name));
  return product.filter((name) => found.test(readFileSync(inProject(folder, name), 'utf8')));
}

test('only one file of the server, and one of the page, filters and sorts, so that no query escapes this test', () => {
  expect(filesWith(/\.(where|orderBy|collectionGroup)\(/, 'firebase/functions/src')).toEqual(['repositories/queries.ts']);
  expect(filesWith(/\b(where|orderBy|collectionGroup)\(/, 'webapp-v2/src')).toEqual(['platform/firestore-listener.ts']);
  expect(filesWith(/\bcollection: '/, 'webapp-v2/src')).toEqual(['sync/transport/announcements.ts']);
});
