import { expect, test } from 'vitest';
import { createClientConfig } from './client-config.ts';
import type { FlagSetting } from './ports.ts';

const configWith = (settings: Record<string, FlagSetting>) =>
  createClientConfig({ readFlags: async () => settings, readEpoch: async () => 'e', now: () => 7 });

const shareWith = async (percent: number, flag = 'x') => {
  const config = configWith({ [flag]: percent });
  const answers = await Promise.all(Array.from({ length: 1000 }, (_, index) => config(`account-${index}`)));
  return answers.map(({ flags }) => flags[flag]);
};

test('[REST18] without a decision of the operators the defaults hold', async () => {
  expect(await configWith({})('mara')).toEqual({ flags: { 'streaming.groups': true }, epoch: 'e', serverTime: 7 });
  expect((await configWith({ 'streaming.groups': false })('mara')).flags).toEqual({ 'streaming.groups': false });
});

test('[REST18] a flag given to a percentage of accounts reaches about that many, and none or all at the ends', async () => {
  const count = async (percent: number) => (await shareWith(percent)).filter(Boolean).length;
  expect(await count(0)).toBe(0);
  expect(await count(100)).toBe(1000);
  expect(Math.abs((await count(30)) - 300)).toBeLessThan(60);
});

test('[REST18] who has a feature keeps it while its share grows, and each flag chooses for itself', async () => {
  const [few, many, other] = await Promise.all([shareWith(20), shareWith(60), shareWith(20, 'y')]);
  expect(few.every((has, index) => !has || many[index])).toBe(true);
  expect(few).not.toEqual(other);
});
