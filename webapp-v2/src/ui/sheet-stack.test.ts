import { expect, test } from 'vitest';
import { createSheetStack } from './sheet-stack.ts';

/** A browser that moves when it is told to; its entries begin with a list and a page. */
function browser(entries = ['list', 'page']) {
  let at = entries.length - 1;
  let asked = 0;
  const stack = createSheetStack({
    isCurrent: () => entries[at] === 'sheet',
    push: () => {
      entries.splice(at + 1, Number.POSITIVE_INFINITY, 'sheet');
      at += 1;
    },
    back: () => {
      asked += 1;
    },
  });
  const go = (by: number) => {
    at += by;
    stack.moved();
  };
  /** Goes where the page has asked the browser to go. */
  const settle = async () => {
    await Promise.resolve();
    while (asked > 0) {
      asked -= 1;
      go(-1);
      await Promise.resolve();
    }
    return entries[at];
  };
  return { stack, go, settle, entries };
}

test('[SHEET3] Back closes the sheet on top and stays on the page', async () => {
  const { stack, go, settle } = browser();
  const closed: string[] = [];
  stack.opened(() => closed.push('form'));
  expect(await settle()).toBe('sheet');
  go(-1);
  expect([await settle(), closed]).toEqual(['page', ['form']]);
});

test('[SHEET3] with one sheet over another, Back closes them one by one', async () => {
  const { stack, go, settle } = browser();
  const closed: string[] = [];
  stack.opened(() => closed.push('below'));
  stack.opened(() => closed.push('above'));
  await settle();
  go(-1);
  expect([await settle(), closed]).toEqual(['sheet', ['above']]);
  go(-1);
  expect([await settle(), closed]).toEqual(['page', ['above', 'below']]);
});

test('[SHEET3] a sheet that is closed otherwise leaves nothing to go back to, and going forward opens nothing', async () => {
  const { stack, go, settle } = browser();
  const gone = stack.opened(() => {});
  await settle();
  gone();
  expect(await settle()).toBe('page');
  go(1);
  expect(await settle()).toBe('page');
});

test('[SHEET3] a sheet in place of another keeps the entry, also where the other is left already', async () => {
  const { stack, go, settle, entries } = browser();
  const gone = stack.opened(() => {});
  await settle();
  gone();
  const editGone = stack.opened(() => {});
  expect(await settle()).toBe('sheet');
  editGone();
  await Promise.resolve();
  stack.opened(() => {});
  expect([await settle(), entries]).toEqual(['sheet', ['list', 'page', 'sheet']]);
  go(-1);
  expect(await settle()).toBe('page');
});

test('[SHEET3] a page that is loaded anew with a sheet before goes back to its own entry', async () => {
  const { settle } = browser(['page', 'sheet']);
  expect(await settle()).toBe('page');
});

test('[SHEET3] who leads elsewhere from a sheet waits until it is closed and left', async () => {
  const { stack, settle } = browser();
  const closed: string[] = [];
  stack.opened(() => closed.push('form'));
  await settle();
  const left = stack.left().then(() => 'left');
  expect(await Promise.race([left, Promise.resolve('waits')])).toBe('waits');
  expect([await settle(), await left, closed]).toEqual(['page', 'left', ['form']]);
});
