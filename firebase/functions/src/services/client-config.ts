import { createHash } from 'node:crypto';
import type { ResponseBody } from '@splitifyd/shared/contract';
import type { FlagSetting, ReadEpoch, ReadFlags } from './ports.ts';

interface ClientConfigDeps {
  readFlags: ReadFlags;
  readEpoch: ReadEpoch;
  now(): number;
}

/** What holds where an operator has decided nothing. */
const DEFAULTS: Readonly<Record<string, FlagSetting>> = { 'streaming.groups': true };

export type ReadClientConfig = ReturnType<typeof createClientConfig>;

/** Tells a page what it should know before it starts: which features this account has, and which history of the database it is. */
export function createClientConfig({ readFlags, readEpoch, now }: ClientConfigDeps) {
  return async (userId: string): Promise<ResponseBody<'getConfig'>> => {
    const [settings, epoch] = await Promise.all([readFlags(), readEpoch()]);
    const flags = Object.entries({ ...DEFAULTS, ...settings }).map(([flag, setting]) => [flag, isOn(flag, setting, userId)]);
    return { flags: Object.fromEntries(flags), epoch, serverTime: now() };
  };
}

/** A number is the percentage of accounts that have the feature. An account keeps it while the number grows, and has its own luck with each flag. */
function isOn(flag: string, setting: FlagSetting, userId: string): boolean {
  if (typeof setting === 'boolean') return setting;
  const hash = createHash('sha256').update(`${flag}\n${userId}`).digest();
  return hash.readUInt32BE() / 2 ** 32 < setting / 100;
}
