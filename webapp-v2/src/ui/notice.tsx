import type { ComponentChildren } from 'preact';
import { pressableBeside, useHandOnFocus } from './hand-on-focus.ts';
import './notice.css';

interface NoticeProps {
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  tone?: 'plain' | 'wrong';
}

/** A message in the flow of the page, beside what it is about. */
export function Notice({ title, children, actions, tone = 'plain' }: NoticeProps) {
  const notice = useHandOnFocus<HTMLDivElement>(pressableBeside);
  return (
    <div ref={notice} class={`notice notice-${tone}`}>
      <p class="notice-title">{title}</p>
      {children && <div class="notice-text">{children}</div>}
      {actions && <div class="notice-actions">{actions}</div>}
    </div>
  );
}

/** What stopped a form, told at once to assistive technology. */
export function FormProblem({ text }: { text: string | null }) {
  return (
    <div role="alert" class="form-problem">
      {text && <p class="form-problem-text">{text}</p>}
    </div>
  );
}
