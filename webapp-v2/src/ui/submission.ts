import { type ReadonlySignal, signal } from '@preact/signals';
import { useState } from 'preact/hooks';

/** How something that its user waits for ended. */
export type Outcome<Value, Code extends string> = { ok: true; value: Value } | { ok: false; code: Code };

/** One thing at a time that is sent and waited for. */
interface Submission<Code extends string> {
  busy: ReadonlySignal<boolean>;
  /** Why the last one was refused; null while nothing was, and as soon as it is sent again. */
  problem: ReadonlySignal<Code | null>;
  /** Does nothing while one is under way, so that a second press sends nothing twice. */
  send<Value>(action: () => Promise<Outcome<Value, Code>>, onDone?: (value: Value) => void): Promise<void>;
  /** Takes the refusal off the screen: what it was about has changed. */
  forgive(): void;
}

export function createSubmission<Code extends string>(): Submission<Code> {
  const busy = signal(false);
  const problem = signal<Code | null>(null);
  return {
    busy,
    problem,
    async send(action, onDone) {
      if (busy.peek()) return;
      busy.value = true;
      problem.value = null;
      try {
        const outcome = await action();
        // Free again first: what follows may send the next one.
        busy.value = false;
        if (outcome.ok) onDone?.(outcome.value);
        else problem.value = outcome.code;
      } finally {
        busy.value = false;
      }
    },
    forgive() {
      problem.value = null;
    },
  };
}

export function useSubmission<Code extends string>(): Submission<Code> {
  return useState(() => createSubmission<Code>())[0];
}
