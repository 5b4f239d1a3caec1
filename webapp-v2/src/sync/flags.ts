import type { Call } from './api.ts';

interface FlagsDeps {
  call: Call;
  /** Resolves when there is time to ask. */
  whenIdle(): Promise<unknown>;
  signal: AbortSignal;
}

/** Whether a feature is on for the account. The server is asked once, late; `fallback` holds as long as it has not answered. */
export function createFlags({ call, whenIdle, signal }: FlagsDeps): (flag: string, fallback: boolean) => Promise<boolean> {
  let asked: Promise<Record<string, boolean>> | null = null;

  async function ask(): Promise<Record<string, boolean>> {
    try {
      await whenIdle();
      return (await call('getConfig', { params: {} }, signal)).flags;
    } catch {
      // The next one who wants to know asks again.
      asked = null;
      return {};
    }
  }

  return async (flag, fallback) => {
    asked ??= ask();
    return (await asked)[flag] ?? fallback;
  };
}
