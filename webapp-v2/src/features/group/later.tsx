import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A component whose code is fetched when it is shown for the first time, for what most visits do not need. Until it is there,
 * and where it cannot be had, `missing` decides what to show.
 */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  missing: (state: 'loading' | 'failed', props: NoInfer<Props>) => ReturnType<FunctionComponent> = () => null,
): FunctionComponent<Props> {
  let Loaded: FunctionComponent<Props> | null = null;
  return function Later(props) {
    const state = useSignal<'loading' | 'failed' | 'there'>(Loaded ? 'there' : 'loading');
    useEffect(() => {
      if (Loaded) return;
      load().then(
        (component) => {
          Loaded = component;
          state.value = 'there';
        },
        () => {
          state.value = 'failed';
        },
      );
    }, []);
    if (Loaded) return <Loaded {...props} />;
    return missing(state.value === 'failed' ? 'failed' : 'loading', props);
  };
}
