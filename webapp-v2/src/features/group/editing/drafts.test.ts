import { expect, test } from 'vitest';
import type { KeptDrafts } from '../../../stores/open-group.ts';
import { createDrafts, isTouched } from './drafts.ts';

function shelf(stored: [string, unknown][] = []): KeptDrafts & { content: Map<string, unknown> } {
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
  const { draft, restored } = drafts.open('new', start);
  expect([restored, kept.content.size]).toEqual([false, 0]);
  draft.form.value = { ...draft.form.value, text: 'Din' };
  drafts.close();
  draft.form.value = { ...draft.form.value, text: 'Dinner' };

  const later = createDrafts(kept);
  await Promise.resolve();
  const again = later.open('new', start);
  expect([again.restored, again.draft.form.value.text, isTouched(again.draft)]).toEqual([true, 'Din', true]);
  // Parts that were not typed in stay known as such: a restored form must not take them for the reader's.
  expect(again.draft.form.value.among).toBe(again.draft.origin.value.form.among);
});

test('what is saved or taken back to its beginning is kept no longer', () => {
  const kept = shelf();
  const drafts = createDrafts(kept);
  const { draft } = drafts.open('new', start);
  draft.form.value = { ...draft.form.value, text: 'x' };
  draft.form.value = draft.origin.value.form;
  expect(kept.content.size).toBe(0);
  draft.form.value = { ...draft.form.value, text: 'y' };
  drafts.drop('new');
  draft.form.value = { ...draft.form.value, text: 'z' };
  expect([kept.content.size, drafts.open('new', start).restored]).toEqual([0, false]);
});

test.each([
  ['something else', 7],
  ['another form', { form: { words: '' }, origin: { entity: null, form: { words: '' } } }],
  ['the edit of something', { form: start().form, origin: { entity: { id: 'x' }, form: start().form } }],
])('%s under the same name is not taken for the form', async (_, stored) => {
  const drafts = createDrafts(shelf([['new', stored]]));
  await Promise.resolve();
  expect(drafts.open('new', start).restored).toBe(false);
});
