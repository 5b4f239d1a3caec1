import { useMemo } from 'preact/hooks';
import { Field, type FieldLook } from './field.tsx';

interface Option<Value extends string> {
  value: Value;
  text: string;
}

interface SelectFieldProps<Value extends string> extends FieldLook {
  value: Value;
  options: readonly Option<Value>[];
  /** What it shows while it is closed, where the text of an option has no room. */
  shown?: string | undefined;
  onChange: (value: Value) => void;
}

export function SelectField<Value extends string>({ value, options, shown, onChange, ...look }: SelectFieldProps<Value>) {
  // Hundreds of currencies: compared by the list, not one by one at every key press.
  const items = useMemo(
    () =>
      options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      )),
    [options],
  );
  return (
    <Field {...look}>
      {(ids) => (
        <div class={shown ? 'select select-short' : 'select'} data-shown={shown}>
          <select
            {...ids}
            class="control control-select"
            value={value}
            onChange={(event) => {
              const chosen = options[event.currentTarget.selectedIndex];
              if (chosen) onChange(chosen.value);
            }}
          >
            {items}
          </select>
        </div>
      )}
    </Field>
  );
}
