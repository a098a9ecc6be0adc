import type { ComponentChildren } from 'preact';
import { useLoaded } from './use-loaded';

export interface LoadedProps<Module> {
  readonly load: () => Promise<Module>;
  readonly children: (loaded: Module) => ComponentChildren;
}

/** What is drawn from what `load` brings, once it is here. */
export function Loaded<Module>({ load, children }: LoadedProps<Module>) {
  const loaded = useLoaded(load);
  return <>{loaded && children(loaded)}</>;
}
