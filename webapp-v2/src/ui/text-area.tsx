import { Field, type FieldLook } from './field.tsx';

interface TextAreaProps extends FieldLook {
  value: string;
  onInput: (value: string) => void;
  maxLength?: number;
}

export function TextArea({ value, onInput, maxLength, ...look }: TextAreaProps) {
  return (
    <Field {...look}>
      {(ids) => (
        <textarea
          {...ids}
          class="control control-area"
          rows={3}
          value={value}
          maxLength={maxLength}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
