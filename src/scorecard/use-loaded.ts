import { useLayoutEffect, useState } from 'preact/hooks';

/** What `load` brings, once it is here; until then nothing. What hinders it is thrown to the boundary around. `load` must stay the same function. */
export function useLoaded<Loaded>(load: () => Promise<Loaded>): Loaded | undefined {
  const [state, setState] = useState<{ readonly loaded?: Loaded; readonly failed?: unknown }>({});
  useLayoutEffect(() => {
    void load().then(
      (loaded) => setState({ loaded }),
      (failed: unknown) => setState({ failed }),
    );
  }, [load]);
  if (state.failed !== undefined) throw new Error('A part of the page was not loaded.', { cause: state.failed });
  return state.loaded;
}
