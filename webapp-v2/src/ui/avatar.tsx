import { initialsOf, toneOf } from './initials.ts';
import './avatar.css';

interface AvatarProps {
  name: string;
  /** What the colour follows, so that a new name keeps it. */
  id: string;
  /** Somebody without an account: an outline only. */
  hollow?: boolean;
  /** A group's. */
  square?: boolean;
}

/** Decoration beside a name, drawn by the style sheet: neither read out nor part of a button's text. */
export function Avatar({ name, id, hollow = false, square = false }: AvatarProps) {
  const shape = `${hollow ? ' avatar-hollow' : ''}${square ? ' avatar-square' : ''}`;
  return <span class={`avatar avatar-tone-${toneOf(id)}${shape}`} data-initials={initialsOf(name)} aria-hidden="true" />;
}
