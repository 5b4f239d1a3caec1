import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../i18n/context.ts';

export type Later<Props> = FunctionComponent<Props> & {
  /** Fetches the code before anybody asks for it. Where it does not arrive, it is asked for again when it is needed. */
  fetch(): void;
};

/**
 * A component whose code, and whose words, come after the page: for what most visits do not need, or not at once. Until they are there,
 * and where they cannot be had, `missing` decides what to show: the page around it stays as it is, which suspending, as pages do, would not allow.
 */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  missing: (state: 'loading' | 'failed', props: NoInfer<Props>) => ReturnType<FunctionComponent> = () => null,
): Later<Props> {
  let Loaded: FunctionComponent<Props> | null = null;
  const loadOnce = async () => {
    Loaded ??= await load();
  };

  const Awaited: FunctionComponent<Props> = (props) => {
    const { reach, askForAll } = useI18n();
    const state = useSignal<'loading' | 'failed' | 'there'>(Loaded ? 'there' : 'loading');
    useEffect(() => {
      if (Loaded && reach.peek() === 'whole') return;
      Promise.all([loadOnce(), askForAll()]).then(
        () => {
          state.value = 'there';
        },
        () => {
          state.value = 'failed';
        },
      );
    }, []);
    // Read in any case, so that its change is noticed.
    const status = state.value;
    const hasWords = reach.value === 'whole';
    return Loaded && hasWords ? <Loaded {...props} /> : missing(status === 'failed' ? 'failed' : 'loading', props);
  };
  return Object.assign(Awaited, { fetch: () => void loadOnce().catch(() => {}) });
}
