import { useSignal } from '@preact/signals';
import { Choice } from '../../ui/choice.tsx';
import { Page } from '../../ui/page.tsx';
import { Controls } from './controls.tsx';
import { Displays } from './displays.tsx';
import { Named } from './named.tsx';
import { Tokens } from './tokens.tsx';
import './design-page.css';

/** The whole kit in all its states, for who works on the page; no link leads here. Its captions are in English only. */
export function DesignPage() {
  const direction = useSignal<'ltr' | 'rtl'>('ltr');
  return (
    <Page wide class="design" title="Design">
      <header class="design-header">
        <h1 class="heading heading-display">Paper, ink and two colours with a meaning</h1>
        <Choice
          label="Direction of the samples"
          look="row"
          value={direction.value}
          options={[
            { value: 'ltr', text: 'Left to right' },
            { value: 'rtl', text: 'Right to left' },
          ]}
          onChange={(value) => {
            direction.value = value;
          }}
        />
      </header>
      <div class="design-samples" dir={direction.value}>
        <Tokens />
        <Controls />
        <Named />
        <Displays />
      </div>
    </Page>
  );
}
