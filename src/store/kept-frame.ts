import { browser } from '../platform/browser';

/**
 * What popup and scorecard drew when they were opened last, for the next opening to begin with: in `storage.session`, which is the browser's
 * memory. Every change of what may show is noted and empties it, so that what is drawn from here is what the store would say. Its own small file:
 * nothing stands between a page and its first paint.
 */
const frameKeys = { popup: 'popup-frame', scorecard: 'scorecard-frame' } as const;
const changedKey = 'shown-changed';
const noFrames = Object.fromEntries(Object.values(frameKeys).map((key) => [key, null]));

/** The pages of which a frame is kept. */
export type FramedPage = keyof typeof frameKeys;

/** What was drawn, and for whom it holds. */
export interface KeptFrame {
  /** It holds only where this is the same: the day, the language and what else it was drawn for. */
  readonly holdsFor: string;
  /** As text, so that two are soon compared. */
  readonly drawn: string;
}

/** A frame as it lies there, with the last change before what it was drawn from was read. */
type StoredFrame = KeptFrame & { readonly since: string | null };

/** Asked before the store is: what changes after it, no frame made from it outlives. */
export interface FrameAsked {
  /** What was drawn; absent without a frame that holds. */
  readonly drawn?: string;
  /** The last change, for `keepFrame`. */
  readonly since: string | null;
}

/** The kept frame of `page`, if there is one that holds for `holdsFor`. */
export async function readFrame(page: FramedPage, holdsFor: string): Promise<FrameAsked> {
  const stored = await browser.storage.session.get([frameKeys[page], changedKey]);
  const since = (stored[changedKey] ?? null) as string | null;
  const frame = (stored[frameKeys[page]] ?? undefined) as StoredFrame | undefined;
  return frame?.since === since && frame.holdsFor === holdsFor ? { drawn: frame.drawn, since } : { since };
}

/** Keeps what was drawn from what the store said after `readFrame` answered with `since`, unless anything has changed meanwhile. */
export async function keepFrame(
  page: FramedPage,
  { holdsFor, drawn }: KeptFrame,
  since: FrameAsked['since'],
): Promise<void> {
  const key = frameKeys[page];
  await browser.storage.session.set({ [key]: { holdsFor, drawn, since } satisfies StoredFrame });
  // Noted in between, the change would not have found it: it holds no more, and may show what was deleted.
  const { [changedKey]: now = null } = await browser.storage.session.get(changedKey);
  if (now !== since) await browser.storage.session.remove(key);
}

/** Notes that what shows may have changed, and lets go of the frames. A page's worker has nothing to note it in: its page does. */
export async function noteShownChange(): Promise<void> {
  if ((browser as typeof browser | undefined) === undefined) return;
  await browser.storage.session.set({ ...noFrames, [changedKey]: crypto.randomUUID() });
}

/**
 * Runs `work`, which changes what may show. Noted before, for a page may be closed in the midst of it and the change be made all the same; and
 * after, for what was read meanwhile is what was before. Nobody waits for either: the browser does what it is told in order.
 */
export async function changingShown<Value>(work: () => Promise<Value>): Promise<Value> {
  void noteShownChange();
  try {
    return await work();
  } finally {
    void noteShownChange();
  }
}
