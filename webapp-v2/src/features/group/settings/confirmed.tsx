import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { Failure, Result } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/notice.tsx';
import { useSubmission } from '../../../ui/submission.ts';

interface ConfirmedProps {
  text: string;
  question: string;
  /** The way back. */
  cancel: string;
  act: () => Promise<Result<null>>;
  onDone: () => void;
}

/** Something that takes away what cannot be taken back so easily: asked once more, in place. */
export function Confirmed({ text, question, cancel, act, onDone }: ConfirmedProps) {
  const { t } = useI18n();
  const asked = useSignal(false);
  const buttons = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  // The button that was pressed is gone. The first one is the way back, or what leads to the question again.
  useLayoutEffect(() => {
    if (!isFirst.current) {
      buttons.current?.querySelector('button')?.focus();
      buttons.current?.scrollIntoView({ block: 'nearest' });
    }
    isFirst.current = false;
  }, [asked.value]);
  const { busy, problem, send, forgive } = useSubmission<Failure>();
  const ask = (value: boolean) => () => {
    asked.value = value;
    forgive();
  };
  if (!asked.value) {
    return (
      <div ref={buttons} class="confirmed">
        <Button look="danger" onClick={ask(true)}>
          {text}…
        </Button>
      </div>
    );
  }
  return (
    <div ref={buttons} class="confirmed">
      <p class="confirmed-question" role="alert">
        {question}
      </p>
      <FormProblem text={problem.value && t(`problem.${problem.value}`)} />
      <Button onClick={ask(false)}>{cancel}</Button>
      <Button look="danger" busy={busy.value} onClick={() => void send(act, onDone)}>
        {text}
      </Button>
    </div>
  );
}
