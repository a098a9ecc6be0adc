import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * What `load` brings, asked for once `when` is true; nothing until it is here. What hinders it is thrown to the boundary around. `load` must stay the
 * same function.
 */
export function useLoaded<Loaded>(load: () => Promise<Loaded>, when = true): Loaded | undefined {
  const [state, setState] = useState<{ readonly loaded?: Loaded; readonly failed?: unknown }>({});
  useLayoutEffect(() => {
    if (!when) return;
    void load().then(
      (loaded) => setState({ loaded }),
      (failed: unknown) => setState({ failed }),
    );
  }, [load, when]);
  if (state.failed !== undefined) throw new Error('A part of the page was not loaded.', { cause: state.failed });
  return state.loaded;
}
