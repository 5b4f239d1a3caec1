import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../i18n/context.ts';
import { usePageFocus } from './page-focus.ts';
import './page.css';

export const CONTENT_ID = 'content';

interface PageProps {
  /** Goes into the title of the browser's tab. */
  title: string;
  children: ComponentChildren;
  class?: string;
  /** With room for a second column. */
  wide?: boolean;
}

/** The main landmark of a page. It can take the focus, so that a change of page is noticed without sight. */
export function Page({ title, children, class: className = '', wide = false }: PageProps) {
  const { t } = useI18n();
  const name = t('app.name');
  useEffect(() => {
    document.title = title === name ? name : `${title} · ${name}`;
  }, [title, name]);
  const main = useRef<HTMLElement>(null);
  const focus = usePageFocus();
  useLayoutEffect(() => {
    if (focus.isDue) main.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <main ref={main} id={CONTENT_ID} tabIndex={-1} aria-label={title} class={`page column ${wide ? '' : 'column-narrow'} ${className}`}>
      {children}
    </main>
  );
}
