import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { findChromium } from './chromium.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-sync',
];

/** @throws Explained when no Chromium can be had; a browser test is never skipped for want of one. */
export const launchBrowser = (options: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({ ...options, executablePath: findChromium(), args: FLAGS });

export interface PageOptions extends BrowserContextOptions {
  /** Console errors that the test provokes on purpose, such as the network error of an answer 412. */
  expected?: RegExp[];
}

/** A page in a browser profile of its own. The running test fails at its end over any console error or unhandled rejection not expected. */
export async function newPage(browser: Browser, { expected = [], ...options }: PageOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const complaints = watch(context, expected);
  onTestFinished(async () => {
    await context.close();
    expect(complaints, 'console errors and unhandled rejections of the page').toEqual([]);
  });
  return context.newPage();
}

/** Watches every page of a context; the list fills as things go wrong. For contexts that outlive one test. */
export function watch(context: BrowserContext, expected: RegExp[] = []): string[] {
  const complaints: string[] = [];
  const note = (complaint: string) => {
    if (!expected.some((pattern) => pattern.test(complaint))) complaints.push(complaint);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
  });
  // Playwright reports both uncaught exceptions and unhandled rejections as this one event.
  context.on('weberror', (failure) => note(failure.error().stack ?? failure.error().message));
  return complaints;
}
