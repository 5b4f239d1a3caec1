import type { ComponentChildren } from 'preact';
import './empty-state.css';

/** Where there is nothing (yet, any more, or because of a failure): what it means and what to do. */
export function EmptyState({ title, hint, children }: { title: string; hint?: string; children?: ComponentChildren }) {
  return (
    <div class="empty-state">
      <h2 class="empty-state-title">{title}</h2>
      {hint && <p class="empty-state-hint">{hint}</p>}
      {children && <div class="empty-state-actions">{children}</div>}
    </div>
  );
}
