import { Sample, Specimen } from './specimen.tsx';

const SURFACES = [
  'paper',
  'surface',
  'field',
  'rule',
  'rule-strong',
  'control-line',
  'margin-line',
  'fill',
  'accent-wash',
  'wrong-wash',
  'arrived',
];
const INKS: Readonly<Record<string, string>> = {
  ink: 'text',
  'ink-soft': 'what comes second',
  'ink-faint': 'placeholders',
  accent: 'what can be done',
  owed: 'owed to somebody',
  owe: 'owed by somebody',
  wrong: 'wrong, or not to be taken back',
};
const SIZES = ['small', 'body', 'large', 'title', 'display'];
const SPACES = [1, 2, 3, 4, 5, 6, 7];

/** The few values that everything is made of. */
export function Tokens() {
  return (
    <>
      <Specimen name="Ink">
        <ul class="swatches">
          {Object.entries(INKS).map(([name, meaning]) => (
            <li key={name} class={`swatch-ink swatch-${name}`}>
              {name}: {meaning}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Surfaces and rules">
        <ul class="swatches">
          {SURFACES.map((name) => (
            <li key={name} class="swatch">
              <span class={`swatch-patch swatch-${name}`} />
              {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Type">
        {SIZES.map((size) => (
          <Sample key={size} state={size}>
            <p class={`type-${size}`}>Six days in Hokkaido, 98,001</p>
          </Sample>
        ))}
      </Specimen>
      <Specimen name="Rhythm">
        {SPACES.map((step) => (
          <Sample key={step} state={`space-${step}`}>
            <div class={`space space-${step}`} />
          </Sample>
        ))}
      </Specimen>
    </>
  );
}
