import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

export interface FieldLook {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Id of a text elsewhere that says what is wrong with it. */
  wrongBy?: string | undefined;
  /** The label is there for assistive technology only. */
  bare?: boolean;
}

interface ControlIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** Label, control, then the error or else the hint; `children` gets what ties the control to them. */
export function Field({
  label,
  hint,
  error,
  wrongBy,
  bare = false,
  children,
}: FieldLook & { children: (ids: ControlIds) => ComponentChildren }) {
  const id = useId();
  const text = error ?? hint;
  const isWrong = error !== undefined || wrongBy !== undefined;
  const describedBy = [text && `${id}-text`, wrongBy].filter(Boolean).join(' ');
  return (
    <div class={isWrong ? 'field field-wrong' : 'field'}>
      <label class={bare ? 'visually-hidden' : 'field-label'} for={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': isWrong || undefined })}
      {text && (
        <p class="field-text" id={`${id}-text`}>
          {text}
        </p>
      )}
    </div>
  );
}
