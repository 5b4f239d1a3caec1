import type { Page } from 'playwright-core';

/** The least that a finger hits reliably, in CSS pixels; less half a pixel of rounding. */
const TARGET = 43.5;

/**
 * What is wrong with the layout of the page as it is shown, in words: text, fields or pictures over one another, whatever reaches beyond the
 * screen or is cut at its side, and targets too small for a finger. Where something modal is open only that is looked at.
 */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate((target) => {
    interface Box {
      element: Element;
      text: string;
      left: number;
      right: number;
      top: number;
      bottom: number;
      floats: boolean;
    }
    const faults: string[] = [];
    const root = [...document.querySelectorAll('dialog[open], :popover-open')].at(-1) ?? document.body;
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden, .skip-link, option') === null;
    const floats = (element: Element): boolean => {
      for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
        if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
      }
      return false;
    };
    /** What of a rectangle can be seen within everything that clips it. */
    const boxOf = (element: Element, rect: DOMRect, text: string): Box => {
      let { left, right, top, bottom } = rect;
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflow === 'visible') continue;
        const clip = at.getBoundingClientRect();
        left = Math.max(left, clip.left);
        right = Math.min(right, clip.right);
        top = Math.max(top, clip.top);
        bottom = Math.min(bottom, clip.bottom);
      }
      return { element, text, left, right, top, bottom, floats: floats(element) };
    };

    const boxes: Box[] = [];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || !element || !isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) boxes.push(boxOf(element, rect, text));
      for (const { index, 0: number } of node.nodeValue?.matchAll(/\d[\d.,]*\d/g) ?? []) {
        range.setStart(node, index);
        range.setEnd(node, index + number.length);
        if (range.getClientRects().length > 1) faults.push(`the number ${number} is broken`);
      }
    }
    for (const field of root.querySelectorAll('input:not([type="radio"], [type="checkbox"]), select, textarea, svg[role="img"]')) {
      if (isShown(field)) boxes.push(boxOf(field, field.getBoundingClientRect(), field.tagName.toLowerCase()));
    }
    const seen = boxes.filter(({ left, right, top, bottom }) => right - left > 1 && bottom - top > 1);

    for (const [index, a] of seen.entries()) {
      if (a.left < -1 || a.right > innerWidth + 1) faults.push(`"${a.text}" reaches beyond the screen`);
      for (const b of seen.slice(index + 1)) {
        if (a.element === b.element || a.element.contains(b.element) || b.element.contains(a.element) || a.floats !== b.floats) continue;
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        // Boxes of letters are taller than the letters: neighbouring lines may share some pixels.
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (width > 2 && height > 5) faults.push(`"${a.text}" and "${b.text}" overlap by ${Math.round(width)} × ${Math.round(height)} px`);
      }
    }
    const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (excess > 0) faults.push(`the page is ${excess} px wider than the screen`);

    for (const element of root.querySelectorAll('*')) {
      const beyond = element.scrollWidth - element.clientWidth;
      if (beyond > 1 && isShown(element) && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)) {
        faults.push(`${beyond} px of "${element.textContent?.slice(0, 40)}" are cut`);
      }
    }

    for (const control of root.querySelectorAll('a[href], button, input, select, textarea, summary')) {
      const hit = control.closest('label') ?? control;
      const { width, height } = hit.getBoundingClientRect();
      if (!isShown(control) && hit === control) continue;
      // Links within a sentence are as high as its lines.
      if (getComputedStyle(control).display === 'inline' || width === 0) continue;
      if (width < target || height < target) {
        const name = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '';
        faults.push(`${control.tagName.toLowerCase()} "${name}" is ${Math.round(width)} × ${Math.round(height)} px`);
      }
    }
    return faults;
  }, TARGET);
