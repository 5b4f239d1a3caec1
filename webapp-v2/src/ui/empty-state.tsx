import type { ComponentChildren } from 'preact';
import './empty-state.css';

interface EmptyStateProps {
  title: string;
  hint?: string;
  children?: ComponentChildren;
  /** The state of the page as a whole: its title is the page's heading. */
  page?: boolean;
}

/** Where there is nothing (yet, any more, or because of a failure): what it means and what to do. */
export function EmptyState({ title, hint, children, page = false }: EmptyStateProps) {
  const Heading = page ? 'h1' : 'h2';
  return (
    <div class="empty-state">
      <Heading class="heading heading-title">{title}</Heading>
      {hint && <p class="empty-state-hint">{hint}</p>}
      {children && <div class="empty-state-actions">{children}</div>}
    </div>
  );
}
