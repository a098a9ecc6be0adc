/** A step of recording a reading. */
export interface RecordingStep {
  readonly name: string;
  /** Lets the worker stand still when it comes there. Runs in the worker, which gets its text; see `PausedWorker.run`. */
  readonly arm: () => void;
  /** Whether only `npm run test:long` stops there. */
  readonly long?: true;
}

/** Where the worker can be while it records the first reading of a member, from the message to the answer. */
export const recordingSteps: readonly RecordingStep[] = [
  {
    name: 'the message has come and nothing was done',
    arm: () => {
      // Asked of the sender's address, before anything else.
      onCall(URL, 'canParse', (call) => {
        standStill();
        return call();
      });
    },
  },
  {
    name: 'the database is open and nothing was asked of it',
    long: true,
    arm: () => {
      onCall(IDBDatabase.prototype, 'transaction', (call, _database, [stores, mode]) => {
        if (mode === 'readwrite' && (stores as string[]).includes('snapshots')) standStill();
        return call();
      });
    },
  },
  {
    name: 'the transaction has begun and nothing is written',
    long: true,
    arm: () => {
      onCall(IDBObjectStore.prototype, 'put', (call, store) => {
        if (store.name === 'snapshots') standStill();
        return call();
      });
    },
  },
  {
    name: 'the snapshot is written and its profile is not',
    arm: () => {
      onCall(IDBObjectStore.prototype, 'put', (call, store) => {
        const request = call() as IDBRequest;
        if (store.name === 'snapshots') request.addEventListener('success', () => standStill());
        return request;
      });
    },
  },
  {
    name: 'everything is written and nothing committed',
    long: true,
    arm: () => {
      onCall(IDBObjectStore.prototype, 'put', (call, store) => {
        const request = call() as IDBRequest;
        if (store.name === 'members') request.addEventListener('success', () => standStill());
        return request;
      });
    },
  },
  {
    name: 'the commit is asked for',
    arm: () => {
      onCall(IDBObjectStore.prototype, 'put', (call, store) => {
        const request = call() as IDBRequest;
        // The browser asks for the commit as soon as the last answer was heard: the next task comes after that.
        if (store.name === 'members') request.addEventListener('success', () => setTimeout(() => standStill()));
        return request;
      });
    },
  },
  {
    name: 'the commit is done and not heard of',
    long: true,
    arm: () => {
      onCall(IDBDatabase.prototype, 'transaction', (call, _database, [stores, mode]) => {
        const transaction = call() as IDBTransaction;
        if (mode === 'readwrite' && (stores as string[]).includes('snapshots')) {
          transaction.addEventListener('complete', () => standStill());
        }
        return transaction;
      });
    },
  },
  {
    name: 'the reading is recorded and nobody was told',
    arm: () => {
      onCall(BroadcastChannel.prototype, 'postMessage', () => standStill());
    },
  },
  {
    name: 'what the answer says is being read',
    long: true,
    arm: () => {
      let recorded = false;
      onCall(BroadcastChannel.prototype, 'postMessage', (call) => {
        recorded = true;
        return call();
      });
      onCall(IDBObjectStore.prototype, 'getAll', (call) => {
        if (recorded) standStill();
        return call();
      });
    },
  },
];
