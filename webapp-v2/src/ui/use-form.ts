import { useSignal } from '@preact/signals';
import type { RefObject, TargetedEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What waits for an answer of the reader before anything can be sent, or is wrong. */
const FIRST_WRONG = '[data-unsettled], [aria-invalid="true"]';

export interface Form {
  /** It was to be sent while something was wrong or missing: that may be called so now. */
  asked: boolean;
  /** For the `<form>`. */
  attributes: { ref: RefObject<HTMLFormElement | null>; noValidate: true; onSubmit(event: TargetedEvent<HTMLFormElement>): void };
}

/** A form that is sent when nothing is wrong with it, and else leads to the first thing that is. */
export function useForm(isSound: boolean, send: () => void): Form {
  const ref = useRef<HTMLFormElement>(null);
  const attempts = useSignal(0);
  // After the errors have been rendered.
  useLayoutEffect(() => {
    if (attempts.value > 0) ref.current?.querySelector<HTMLElement>(FIRST_WRONG)?.focus();
  }, [attempts.value]);
  return {
    asked: attempts.value > 0,
    attributes: {
      ref,
      noValidate: true,
      onSubmit(event) {
        event.preventDefault();
        attempts.value = isSound ? 0 : attempts.value + 1;
        if (isSound) send();
      },
    },
  };
}
