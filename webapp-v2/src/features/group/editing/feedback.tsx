import type { ComponentChildren } from 'preact';
import { Icon } from '../../../ui/icon.tsx';
import './feedback.css';

/** `open`: something is still to be entered, which is no mistake. */
export type FeedbackLook = 'sound' | 'open' | 'wrong';

/** How what was typed adds up; changes while typing and is read out when the reader pauses. */
export function Feedback({ id, look, children }: { id?: string; look: FeedbackLook; children: ComponentChildren }) {
  return (
    <p id={id} class={`entry-feedback entry-feedback-${look}`} aria-live="polite">
      {look === 'sound' && <Icon name="check" />}
      <span>{children}</span>
    </p>
  );
}
