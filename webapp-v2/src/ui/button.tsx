import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import './button.css';

interface ButtonProps {
  children?: ComponentChildren;
  /** `primary`: the one thing to do here; `danger`: takes something away; `plain`: looks like text. */
  look?: 'primary' | 'secondary' | 'plain' | 'danger';
  type?: 'button' | 'submit';
  icon?: IconName;
  /** Says what an icon alone means, or more than the text does. */
  label?: string | undefined;
  /** Something is under way: stays focusable, takes no click. */
  busy?: boolean;
  /** Id of what says why it does not work now. It takes clicks: whoever presses it is led there. */
  blockedBy?: string | undefined;
  wide?: boolean;
  /** Id of the form that a submit button outside of it sends. */
  form?: string | undefined;
  /** What it shows and hides: the id of that part, and whether it is in sight. */
  expands?: { id: string; open: boolean } | undefined;
  onClick?: (() => void) | undefined;
}

export function Button({
  children,
  look = 'secondary',
  type = 'button',
  icon,
  label,
  busy = false,
  blockedBy,
  wide = false,
  form,
  expands,
  onClick,
}: ButtonProps) {
  const classes = ['button', `button-${look}`, wide && 'button-wide', !children && 'button-icon'].filter(Boolean).join(' ');
  return (
    <button
      type={type}
      form={form}
      class={classes}
      aria-label={label}
      aria-expanded={expands?.open}
      aria-controls={expands?.open ? expands.id : undefined}
      title={children ? undefined : label}
      aria-busy={busy}
      aria-disabled={busy || blockedBy !== undefined}
      aria-describedby={blockedBy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
