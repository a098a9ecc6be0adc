// Node 20 has no Temporal, no Web Locks and no Base64 of bytes; our browsers do (Chrome and Edge 144, Firefox 140).
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
else Object.defineProperty(globalThis, 'navigator', { value: { locks, userAgent: 'Node' }, configurable: true });

if (!('toBase64' in Uint8Array.prototype)) {
  Object.defineProperty(Uint8Array.prototype, 'toBase64', {
    value(this: Uint8Array) {
      return Buffer.from(this).toString('base64');
    },
  });
  Object.defineProperty(Uint8Array, 'fromBase64', {
    value(text: string) {
      if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
        throw new SyntaxError('No Base64.');
      return new Uint8Array(Buffer.from(text, 'base64'));
    },
  });
}
