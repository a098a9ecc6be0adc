import { vi } from 'vitest';

/** What `storage.local` holds in a test, and how it fails. */
export interface InMemoryBrowser {
  readonly local: Map<string, unknown>;
  /** What `storage.session` holds. */
  readonly session: Map<string, unknown>;
  /** The error of every write, until set back. */
  refuseWrites: Error | undefined;
  /** What the organization's policy says; undefined where there is none, as Firefox has it. */
  policy: Readonly<Record<string, unknown>> | undefined;
}

type Listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => void;

/** A browser with a `storage.local` in memory, for `vi.mock('../../src/platform/browser')`. Values are cloned, as the browser does. */
export function inMemoryBrowser() {
  const session = new Map<string, unknown>();
  const state: InMemoryBrowser = { local: new Map(), session, refuseWrites: undefined, policy: undefined };
  const listeners: Listener[] = [];
  const change = (key: string, newValue: unknown) => {
    const oldValue = state.local.get(key);
    if (newValue === undefined) state.local.delete(key);
    else state.local.set(key, structuredClone(newValue));
    for (const listener of listeners) listener({ [key]: { oldValue, newValue } });
  };
  const synced: Record<string, unknown> = {};
  const policyListeners = new Set<() => void>();
  const browser = {
    storage: {
      // Nobody's limits: those are for `in-memory-sync.ts`.
      sync: {
        get: vi.fn(() => Promise.resolve(structuredClone(synced))),
        set: vi.fn((entries: Record<string, unknown>) => {
          Object.assign(synced, structuredClone(entries));
          return Promise.resolve();
        }),
        remove: vi.fn((keys: string[]) => {
          for (const key of keys) Reflect.deleteProperty(synced, key);
          return Promise.resolve();
        }),
        onChanged: { addListener: vi.fn<(listener: Listener) => void>() },
      },
      session: {
        get: vi.fn((keys: string | string[]) =>
          Promise.resolve(
            structuredClone(Object.fromEntries([...session].filter(([key]) => [keys].flat().includes(key)))),
          ),
        ),
        set: vi.fn((entries: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(entries)) session.set(key, structuredClone(value));
          return Promise.resolve();
        }),
        remove: vi.fn((keys: string | string[]) => {
          for (const key of [keys].flat()) session.delete(key);
          return Promise.resolve();
        }),
        clear: vi.fn(() => {
          session.clear();
          return Promise.resolve();
        }),
      },
      managed: {
        get: vi.fn(() =>
          state.policy === undefined
            ? Promise.reject(new Error('Managed storage manifest not found'))
            : Promise.resolve(structuredClone(state.policy)),
        ),
        onChanged: {
          addListener: (listener: () => void) => void policyListeners.add(listener),
          removeListener: (listener: () => void) => void policyListeners.delete(listener),
        },
      },
      local: {
        get: vi.fn((keys: string | string[] | null) =>
          Promise.resolve(
            structuredClone(
              Object.fromEntries([...state.local].filter(([key]) => keys === null || [keys].flat().includes(key))),
            ) as Record<string, unknown>,
          ),
        ),
        set: vi.fn((entries: Record<string, unknown>) => {
          if (state.refuseWrites !== undefined) return Promise.reject(state.refuseWrites);
          for (const [key, value] of Object.entries(entries)) change(key, value);
          return Promise.resolve();
        }),
        remove: vi.fn((keys: string | string[]) => {
          for (const key of [keys].flat()) change(key, undefined);
          return Promise.resolve();
        }),
        clear: vi.fn(() => {
          for (const key of [...state.local.keys()]) change(key, undefined);
          return Promise.resolve();
        }),
        onChanged: {
          addListener: (listener: Listener) => void listeners.push(listener),
          removeListener: (listener: Listener) => void listeners.splice(listeners.indexOf(listener), 1),
        },
      },
    },
  };
  /** The administrator changes the policy while the browser runs. */
  const changePolicy = (policy: InMemoryBrowser['policy']) => {
    state.policy = policy;
    for (const listener of policyListeners) listener();
  };
  return { browser, state, changePolicy };
}
