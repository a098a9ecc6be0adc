// Node 20 has no Temporal and no Web Locks; our browsers do (Chrome and Edge 144, Firefox 140).
import 'temporal-polyfill/global';

/** One at a time under each name, in the order of asking, as Web Locks promise. */
const last = new Map<string, Promise<unknown>>();
const locks = {
  request: (name: string, work: () => Promise<unknown>) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  },
};
const { navigator } = globalThis as { navigator?: object };
if (navigator) Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
else Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
