import './section-links.css';

interface SectionLink {
  href: string;
  text: string;
  current: boolean;
  /** Marks a link that wide screens do not need. */
  narrowOnly?: boolean;
}

/** The sections of a page, as links: each has an address, and the browser's history works as everywhere. */
export function SectionLinks({ label, links }: { label: string; links: readonly SectionLink[] }) {
  return (
    <nav class="section-links" aria-label={label}>
      <ul>
        {links.map(({ href, text, current, narrowOnly }) => (
          <li key={href} class={narrowOnly ? 'narrow-only' : undefined}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
