import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';

export type Later<Props> = FunctionComponent<Props> & {
  /** Fetches the code before anybody asks for it. Where it does not arrive, it is asked for again when it is needed. */
  fetch(): void;
};

/**
 * A component whose code comes after the page: for what most visits do not need, or not at once. Until it is there, and where
 * it cannot be had, `missing` decides what to show: the page around it stays as it is, which suspending, as pages do, would not allow.
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
    const state = useSignal<'loading' | 'failed' | 'there'>(Loaded ? 'there' : 'loading');
    useEffect(() => {
      if (Loaded) return;
      loadOnce().then(
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
    return Loaded ? <Loaded {...props} /> : missing(status === 'failed' ? 'failed' : 'loading', props);
  };
  return Object.assign(Awaited, { fetch: () => void loadOnce().catch(() => {}) });
}
