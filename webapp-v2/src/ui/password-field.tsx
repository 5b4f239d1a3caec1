import { useSignal } from '@preact/signals';
import { useI18n } from '../i18n/context.ts';
import { Button } from './button.tsx';
import { Field, type FieldLook } from './field.tsx';
import { Input } from './input.tsx';

interface PasswordFieldProps extends FieldLook {
  value: string;
  onInput: (value: string) => void;
  autocomplete: 'current-password' | 'new-password';
}

export function PasswordField({ value, onInput, autocomplete, ...look }: PasswordFieldProps) {
  const { t } = useI18n();
  const shown = useSignal(false);
  return (
    <Field {...look}>
      {(ids) => (
        <div class="control-with-button">
          <Input
            {...ids}
            class="control"
            type={shown.value ? 'text' : 'password'}
            value={value}
            autocomplete={autocomplete}
            autocapitalize="off"
            spellcheck={false}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <Button
            look="plain"
            icon={shown.value ? 'eyeOff' : 'eye'}
            label={t(shown.value ? 'account.hidePassword' : 'account.showPassword')}
            onClick={() => {
              shown.value = !shown.value;
            }}
          />
        </div>
      )}
    </Field>
  );
}
