import type { ComponentChildren } from 'preact';
import { Icon } from '../../../ui/icon.tsx';
import './feedback.css';

/** How what was typed adds up; changes while typing and is read out when the reader pauses. */
export function Feedback({ id, sound, children }: { id?: string; sound: boolean; children: ComponentChildren }) {
  return (
    <p id={id} class={sound ? 'entry-feedback entry-feedback-sound' : 'entry-feedback'} aria-live="polite">
      {sound && <Icon name="check" />}
      <span>{children}</span>
    </p>
  );
}
