import { useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { WayBack } from '../../ui/way-back.tsx';
import { Sample, Specimen } from './specimen.tsx';

const LOOKS = ['primary', 'secondary', 'plain', 'danger'] as const;
const MODES = [
  { value: 'equal', text: 'Equally' },
  { value: 'exact', text: 'Amounts' },
  { value: 'shares', text: 'Shares', hint: 'Two shares pay twice as much as one.' },
] as const;
const CURRENCIES = [
  { value: 'EUR', text: 'EUR · Euro' },
  { value: 'XOF', text: 'XOF · West African CFA franc, whose name is longer than its field on a narrow phone' },
];

/** What can be pressed, chosen or typed into. */
export function Controls() {
  const text = useSignal('Lanterns');
  const mode = useSignal<(typeof MODES)[number]['value']>('equal');
  const currency = useSignal('EUR');
  const set = (value: string) => {
    text.value = value;
  };
  const setCurrency = (value: string) => {
    currency.value = value;
  };
  return (
    <>
      <Specimen name="Button">
        {LOOKS.map((look) => (
          <Sample key={look} state={look}>
            <div class="sample-row">
              <Button look={look}>Save</Button>
              <Button look={look} icon="plus">
                New group
              </Button>
              <Button look={look} busy>
                Saving
              </Button>
              <Button look={look} icon="close" label={`Close (${look})`} />
            </div>
          </Sample>
        ))}
        <Sample state="wide">
          <Button look="primary" wide>
            Join the group
          </Button>
        </Sample>
        <Sample state="a link that looks like one">
          <a class="button button-primary" href="/design">
            Go to your groups
          </a>
        </Sample>
      </Specimen>
      <Specimen name="Way back">
        <WayBack href="/design" text="All groups" />
      </Specimen>
      <Specimen name="TextField">
        <TextField label="Plain" value={text.value} onInput={set} />
        <TextField label="With a hint" hint="What was it for?" value={text.value} onInput={set} />
        <TextField label="Wrong" error="Say what it was for." value="" onInput={set} />
        <TextField label="Placeholder" placeholder="0.00" figures inputMode="decimal" value="" onInput={set} />
        <TextField label="Figures" figures inputMode="decimal" value="1,234.50" onInput={set} />
        <TextField label="Date" type="date" value="2026-05-09" onInput={set} />
      </Specimen>
      <Specimen name="PasswordField">
        <PasswordField label="Password" autocomplete="current-password" value={text.value} onInput={set} />
        <PasswordField label="Wrong password" error="Enter your password." autocomplete="new-password" value="" onInput={set} />
      </Specimen>
      <Specimen name="TextArea">
        <TextArea label="Note" value={text.value} onInput={set} />
        <TextArea label="Too long a note" error="Shorten it a little." value={'On and on. '.repeat(20)} onInput={set} />
      </Specimen>
      <Specimen name="SelectField">
        <SelectField label="Currency" options={CURRENCIES} value={currency.value} onChange={setCurrency} />
        <SelectField label="A long one" options={CURRENCIES} value="XOF" onChange={setCurrency} />
        <SelectField label="A short word for it" options={CURRENCIES} value="XOF" shown="XOF" onChange={setCurrency} />
      </Specimen>
      <Specimen name="Field">
        <Field label="Any control" hint="Label, control, then the error or else the hint.">
          {(ids) => <input {...ids} class="control" readOnly value="https://example.test/join#…" />}
        </Field>
      </Specimen>
      <Specimen name="Choice">
        {(['row', 'list'] as const).map((look) => (
          <Sample key={look} state={look}>
            <Choice
              label="Split"
              look={look}
              value={mode.value}
              options={MODES}
              onChange={(value) => {
                mode.value = value;
              }}
            />
          </Sample>
        ))}
      </Specimen>
    </>
  );
}
