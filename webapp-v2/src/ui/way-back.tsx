import { Icon } from './icon.tsx';
import './way-back.css';

/** The link above a page that leads to where it came from. */
export function WayBack({ href, text }: { href: string; text: string }) {
  return (
    <a class="way-back" href={href}>
      <Icon name="back" />
      {text}
    </a>
  );
}
