import type { RefObject } from 'preact';
import { Field, type FieldLook } from './field.tsx';
import { Input } from './input.tsx';

interface TextFieldProps extends FieldLook {
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'email' | 'date';
  /** `decimal` brings up the number keyboard of a phone. */
  inputMode?: 'text' | 'email' | 'decimal' | 'numeric';
  autocomplete?: string;
  enterKeyHint?: 'next' | 'done' | 'go' | 'send';
  maxLength?: number;
  placeholder?: string;
  /** Set in figures: aligned to the end, digits of equal width. */
  figures?: boolean;
  inputRef?: RefObject<HTMLInputElement | null> | undefined;
  onEnter?: (event: KeyboardEvent) => void;
}

export function TextField(props: TextFieldProps) {
  const { value, onInput, type = 'text', figures = false, inputRef, onEnter, ...look } = props;
  return (
    <Field {...look}>
      {(ids) => (
        <Input
          {...ids}
          inputRef={inputRef}
          class={figures ? 'control control-figures' : 'control'}
          type={type}
          value={value}
          inputMode={props.inputMode}
          autocomplete={props.autocomplete ?? 'off'}
          enterkeyhint={props.enterKeyHint}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) onEnter?.(event);
          }}
        />
      )}
    </Field>
  );
}
