import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

export interface FieldLook {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The label is there for assistive technology only. */
  bare?: boolean;
}

export interface ControlIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** Label, control, then the error or else the hint; `children` gets what ties the control to them. */
export function Field({ label, hint, error, bare = false, children }: FieldLook & { children: (ids: ControlIds) => ComponentChildren }) {
  const id = useId();
  const text = error ?? hint;
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class={bare ? 'visually-hidden' : 'field-label'} for={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': text ? `${id}-text` : undefined, 'aria-invalid': error ? true : undefined })}
      {text && (
        <p class="field-text" id={`${id}-text`}>
          {text}
        </p>
      )}
    </div>
  );
}
