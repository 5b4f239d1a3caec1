import { useId } from 'preact/hooks';
import { Pause } from './pause.tsx';
import './choice.css';

interface ChoiceProps<Value extends string> {
  label: string;
  /** The label is there for assistive technology only. */
  bare?: boolean;
  value: Value;
  options: readonly { value: Value; text: string; hint?: string | undefined }[];
  onChange: (value: Value) => void;
  /** `row`: short words side by side; `list`: one below the other. */
  look: 'row' | 'list';
}

/** One of several, all in sight: radio buttons. */
export function Choice<Value extends string>({ label, bare = false, value, options, onChange, look }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class={`choice choice-${look}`}>
      <legend class={bare ? 'visually-hidden' : 'field-label'}>{label}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} class="choice-option">
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span class="choice-text">{option.text}</span>
            {option.hint && (
              <span class="choice-hint">
                <Pause />
                {option.hint}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
