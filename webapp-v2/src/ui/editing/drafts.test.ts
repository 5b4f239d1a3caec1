import { expect, test } from 'vitest';
import { isTouched, saysSame } from './draft.ts';
import { createDrafts, type DraftShelf } from './drafts.ts';

function shelf(stored: [string, unknown][] = []): DraftShelf & { content: Map<string, unknown> } {
  const content = new Map(stored);
  return {
    content,
    read: async () => new Map(content),
    keep: (name, draft) => void content.set(name, structuredClone(draft)),
    drop: (name) => void content.delete(name),
  };
}

const start = () => ({ entity: null, form: { text: '', among: { ada: true } } });

test('what is typed is kept, and is there for the next page that opens the same form', async () => {
  const kept = shelf();
  const drafts = createDrafts(kept);
  const draft = drafts.open('new', start);
  expect([draft.restored.value, kept.content.size]).toEqual([false, 0]);
  draft.form.value = { ...draft.form.value, text: 'Din' };
  drafts.close();
  draft.form.value = { ...draft.form.value, text: 'Dinner' };

  const later = createDrafts(kept);
  await Promise.resolve();
  const again = later.open('new', start);
  expect([again.restored.value, again.form.value.text, isTouched(again)]).toEqual([true, 'Din', true]);
  // Parts that were not typed in stay known as such: a restored form must not take them for the reader's.
  expect(again.form.value.among).toBe(again.origin.value.form.among);
});

test('what is saved or taken back to its beginning is kept no longer', () => {
  const kept = shelf();
  const drafts = createDrafts(kept);
  const draft = drafts.open('new', start);
  draft.form.value = { ...draft.form.value, text: 'x' };
  draft.form.value = draft.origin.value.form;
  expect(kept.content.size).toBe(0);
  draft.form.value = { ...draft.form.value, text: 'y' };
  drafts.drop('new');
  draft.form.value = { ...draft.form.value, text: 'z' };
  expect([kept.content.size, drafts.open('new', start).restored.value]).toEqual([0, false]);
});

test('[DRAFT2] what is typed and deleted again, key by key, is not half typed', () => {
  const kept = shelf();
  const draft = createDrafts(kept).open('new', start);
  draft.form.value = { ...draft.form.value, text: 'x', among: { ada: false } };
  draft.form.value = { ...draft.form.value, text: '', among: { ada: true } };
  expect([kept.content.size, isTouched(draft), draft.restored.value]).toEqual([0, false, false]);
});

test.each([
  [{ ben: '' }, true],
  [{ ben: '', ada: '4' }, true],
  [{ ada: '4', ben: '0' }, false],
  [{ ben: '' as string | undefined, ada: undefined }, false],
])('[DRAFT2] a field that is cleared again, or was typed in another order, is as if it had not been typed: %j', (entries, isSame) => {
  const start = { form: { entries: { exact: { ada: '4' }, percent: {} } } };
  const typed = { exact: { ...start.form.entries.exact, ...entries }, percent: {} };
  expect(saysSame({ entries: typed }, start.form)).toBe(isSame);
});

test.each([
  ['something else', 7],
  ['another form', { form: { words: '' }, origin: { entity: null, form: { words: '' } } }],
  ['the edit of something', { form: start().form, origin: { entity: { id: 'x' }, form: start().form } }],
])('%s under the same name is not taken for the form', async (_, stored) => {
  const drafts = createDrafts(shelf([['new', stored]]));
  await Promise.resolve();
  expect(drafts.open('new', start).restored.value).toBe(false);
});

const left = { form: { text: 'Din', among: { ada: true } }, origin: start() };

test('[DRAFT2] a form that is opened before what was left has been read becomes as it was left', async () => {
  const drafts = createDrafts(shelf([['new', left]]));
  const draft = drafts.open('new', start);
  expect([draft.restored.value, draft.form.value.text]).toEqual([false, '']);
  await Promise.resolve();
  expect([draft.restored.value, draft.form.value.text, isTouched(draft)]).toEqual([true, 'Din', true]);
});

test('[DRAFT3] what is typed before that stays, and what is saved before that is not brought back', async () => {
  const kept = shelf([
    ['typed', left],
    ['saved', left],
  ]);
  const drafts = createDrafts(kept);
  const typed = drafts.open('typed', start);
  typed.form.value = { ...typed.form.value, text: 'Sup' };
  drafts.open('saved', start);
  drafts.drop('saved');
  await Promise.resolve();
  expect([typed.restored.value, typed.form.value.text]).toEqual([false, 'Sup']);
  expect(drafts.open('saved', start).restored.value).toBe(false);
  expect([...kept.content.keys()]).toEqual(['typed']);
});

test('[DRAFT2] after saving, what is typed on in the same form is kept as well', () => {
  const kept = shelf();
  const draft = createDrafts(kept).open('settings', start);
  const type = (text: string) => {
    draft.form.value = { ...draft.form.value, text };
  };
  type('x');
  draft.origin.value = { entity: null, form: draft.form.value };
  expect(kept.content.size).toBe(0);
  type('y');
  expect(kept.content.size).toBe(1);
});

test('[DRAFT4] what nobody can reach any more is dropped, but not while its form is open', async () => {
  const kept = shelf([
    ['refused dismissed', left],
    ['edit of something', left],
    ['new', left],
  ]);
  const drafts = createDrafts(kept);
  drafts.open('edit of something', start);
  await drafts.prune((name, stored) => name === 'new' && stored === left);
  expect([...kept.content.keys()]).toEqual(['edit of something', 'new']);
});

test('[DRAFT2] what may be chosen or left open is restored either way', async () => {
  const profile = (locale: string | null) => ({ entity: null, form: { name: '', locale } });
  const drafts = createDrafts(shelf([['profile', { form: { name: '', locale: 'de' }, origin: profile(null) }]]));
  await Promise.resolve();
  expect(drafts.open('profile', () => profile(null)).form.value.locale).toBe('de');
});

test('a form is called restored until it has been saved, not for what is typed after that', async () => {
  const drafts = createDrafts(shelf([['new', left]]));
  await Promise.resolve();
  const draft = drafts.open('new', start);
  draft.form.value = draft.origin.value.form;
  draft.form.value = { ...draft.form.value, text: 'More' };
  expect(draft.restored.value).toBe(false);
});

test('[DRAFT7] what another tab has saved since is not offered again, nor kept again; what it typed on is', async () => {
  const kept = shelf([
    ['saved', left],
    ['typed on', left],
  ]);
  const drafts = createDrafts(kept);
  await Promise.resolve();
  kept.content.delete('saved');
  kept.content.set('typed on', { ...left, form: { ...left.form, text: 'Dinner' } });
  const [saved, typedOn] = [drafts.open('saved', start), drafts.open('typed on', start)];
  expect([saved.restored.value, typedOn.form.value.text]).toEqual([true, 'Din']);
  await Promise.resolve();
  await Promise.resolve();
  expect([saved.restored.value, saved.form.value.text, isTouched(saved), typedOn.form.value.text]).toEqual([false, '', false, 'Dinner']);
  expect([...kept.content.keys()]).toEqual(['typed on']);
  drafts.drop('saved');
  expect(drafts.open('saved', start).restored.value).toBe(false);
});

test('[DRAFT7] what was typed here, closed, and saved in another tab is not offered again; what it typed on is', async () => {
  const kept = shelf();
  const drafts = createDrafts(kept);
  await Promise.resolve();
  for (const name of ['saved', 'typed on']) {
    const draft = drafts.open(name, start);
    draft.form.value = { ...draft.form.value, text: 'Din' };
  }
  kept.content.delete('saved');
  kept.content.set('typed on', { ...left, form: { ...left.form, text: 'Dinner' } });
  const [saved, typedOn] = [drafts.open('saved', start), drafts.open('typed on', start)];
  await Promise.resolve();
  await Promise.resolve();
  expect([saved.restored.value, saved.form.value.text, typedOn.form.value.text]).toEqual([false, '', 'Dinner']);
  expect([...kept.content.keys()]).toEqual(['typed on']);
});

test('[DRAFT7] what is typed on here is not taken back for that', async () => {
  const kept = shelf([['new', left]]);
  const drafts = createDrafts(kept);
  await Promise.resolve();
  kept.content.delete('new');
  const draft = drafts.open('new', start);
  draft.form.value = { ...draft.form.value, text: 'Dinn' };
  await Promise.resolve();
  await Promise.resolve();
  expect([draft.restored.value, draft.form.value.text]).toEqual([true, 'Dinn']);
  expect(kept.content.get('new')).toMatchObject({ form: { text: 'Dinn' } });
});

test.each([
  ['parts', { form: { text: 'Din', among: 7 }, origin: start() }, false],
  ['fewer members', { form: { text: 'Din', among: {} }, origin: start() }, true],
])('a draft of an older page with other %s does not break the form', async (_, stored, isTaken) => {
  const drafts = createDrafts(shelf([['new', stored]]));
  await Promise.resolve();
  expect(drafts.open('new', start).restored.value).toBe(isTaken);
});
