// Files that put something in the place of a module or a global share a thread all the same: to begin one for each takes longer than their tests.
// Runs before each of them, and puts back what the one before has left.
import { IDBFactory } from 'fake-indexeddb';
import { inject, vi } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Every module that one of these files replaces, by its path. */
    readonly replaced: readonly string[];
  }
}

for (const path of inject('replaced')) vi.doUnmock(path);
vi.resetModules();
vi.unstubAllGlobals();
globalThis.indexedDB = new IDBFactory();

/** What modules hear of changes through: those of the file before would answer this one, too. */
const shared = globalThis as { openChannels?: Set<BroadcastChannel>; BroadcastChannel: typeof BroadcastChannel };
if (!shared.openChannels) {
  const opened = new Set<BroadcastChannel>();
  shared.openChannels = opened;
  shared.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      opened.add(this);
    }
  };
}
for (const channel of shared.openChannels) channel.close();
shared.openChannels.clear();
