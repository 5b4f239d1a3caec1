import { useMemo } from 'preact/hooks';
import { Field, type FieldLook } from './field.tsx';

export interface Option {
  value: string;
  text: string;
}

export interface SelectFieldProps extends FieldLook {
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
}

export function SelectField({ value, options, onChange, ...look }: SelectFieldProps) {
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
        <select {...ids} class="control control-select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {items}
        </select>
      )}
    </Field>
  );
}
