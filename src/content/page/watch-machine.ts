import { beliefAt } from './belief-at';
import { isComplete, isMoved, isSame } from './compare-results';
import type { ReadingResult } from './page-result';
import type { Place } from './read-page';
import { initialState } from './watch-state';
import type { Finding, Message, Purpose, WatchEffect, WatchEvent, WatchResult, WatchState } from './watch-state';
import { watchTimes } from './watch-times';

/** One step of a watch, and what has come of it so far. */
class Step {
  readonly effects: WatchEffect[] = [];
  state: WatchState;
  readonly at: number;

  constructor(state: WatchState, at: number) {
    this.state = state;
    this.at = at;
  }

  set(changes: Partial<WatchState>): void {
    this.state = { ...this.state, ...changes };
  }
}

/** What follows from `event`. Pure: no page, no clock, nothing remembered but the state. */
export function step(state: WatchState, event: WatchEvent): Pick<Step, 'state' | 'effects'> {
  const next = new Step(state, event.at);
  if (state.phase !== 'ended') react(next, event);
  return next;
}

function react(next: Step, event: WatchEvent): void {
  const { phase, told, visible, sending, waiting } = next.state;
  const looking = phase === 'looking';
  switch (event.type) {
    case 'started':
      next.set({ visible: event.visible });
      if (event.prerendering) stop(next, 'prerendering');
      else if (phase === 'prerendering') {
        next.set({ shownAt: event.at });
        go(next, event.place);
      } else go(next, event.place);
      break;
    case 'changed':
      if (!looking) break;
      next.set({ changedAt: event.at, frame: {}, found: undefined });
      // After a while without a look it is read while it is waited for whether it stands.
      lookIn(next, isBusyLong(next) ? watchTimes.soon : watchTimes.settle);
      break;
    case 'repainted':
      if (phase === 'read') repaint(next);
      break;
    case 'due':
      next.set({ look: undefined });
      if (looking) lookWhenStill(next);
      break;
    case 'drawn':
      next.set({ frame: undefined });
      if (looking && next.state.look === undefined) lookWhenStill(next);
      break;
    case 'late':
      next.set({ deadline: undefined });
      // What was missing did not come.
      if (looking && told) stop(next, 'read');
      else if (looking) next.effects.push({ type: 'look', purpose: 'end' });
      break;
    case 'looked':
      looked(next, event.purpose, event.finding);
      break;
    case 'scrolled':
      if (phase === 'resting') startLooking(next);
      break;
    case 'hidden':
      next.set({ visible: false, deadline: undefined, found: undefined });
      // No frame is drawn from here on, and a look may be waiting for one.
      if (looking) lookIn(next, watchTimes.settle);
      break;
    case 'shown':
      if (visible) break;
      next.set({ visible: true, shownAt: event.at, found: undefined });
      if (looking) {
        next.set({ frame: {} });
        startDeadline(next, told ? watchTimes.completion : watchTimes.giveUp);
        lookIn(next, watchTimes.settle);
      } else if (phase === 'resting') startLooking(next);
      // Groups may have been refreshed in place, outside the score's card.
      else if (phase === 'read') next.effects.push({ type: 'look', purpose: 'check' });
      break;
    case 'navigated':
      if (phase !== 'prerendering') go(next, event.place);
      break;
    case 'left':
      // Nobody is left to hear an answer.
      next.set({ sending: undefined, waiting: undefined });
      if (told) next.effects.push({ type: 'gone' });
      // What was told is to be taken back: the worker hears it, though nobody hears its answer.
      if (waiting?.result.state === 'moved') tell(next, waiting);
      next.set({ sending: undefined });
      break;
    case 'thawed':
      // What it says was read then, not now.
      if (told) tell(next, { result: told.result, readAt: told.readAt });
      break;
    case 'answered':
      if (event.number !== sending) break;
      next.set({ sending: undefined, waiting: undefined });
      if (waiting) tell(next, waiting);
      break;
    case 'ended':
      next.state = { ...initialState, phase: 'ended' };
  }
}

/** The tab shows `place`, however it came there. */
function go(next: Step, place: Place): void {
  const { phase } = next.state;
  if (place !== 'ssi') {
    forget(next);
    next.set({ last: undefined });
    stop(next, 'away');
    if (place === 'elsewhere') next.set({ toldState: undefined });
    else tellState(next, { state: place });
  } else if (phase !== 'looking' && phase !== 'read') startLooking(next);
}

function startLooking(next: Step): void {
  const { at } = next;
  next.set({ phase: 'looking', standing: undefined, unsteady: false, extended: false });
  next.set({ changedAt: at, lookedAt: at, frame: {}, found: undefined });
  startDeadline(next, watchTimes.giveUp);
  lookIn(next, watchTimes.settle);
}

function stop(next: Step, phase: WatchState['phase']): void {
  next.set({ phase, look: undefined, deadline: undefined, frame: undefined });
}

/** Looks when `milliseconds` have passed, nothing has changed for a moment and a frame has been drawn since. */
function lookIn(next: Step, milliseconds: number): void {
  next.set({ look: Math.min(next.state.look ?? Infinity, next.at + milliseconds) });
}

function lookWhenStill(next: Step): void {
  const { changedAt, frame, visible } = next.state;
  const still = next.at - changedAt;
  const rests = still >= watchTimes.settle;
  // Until the next frame is drawn a page may be in the middle of an animation, however long a long task has held it.
  if (rests ? frame === undefined || !visible : isBusyLong(next)) lookNow(next);
  else if (!rests) lookIn(next, watchTimes.settle - still);
}

function isBusyLong({ at, state: { lookedAt } }: Step): boolean {
  return at - lookedAt >= watchTimes.busy;
}

function lookNow(next: Step): void {
  const { found } = next.state;
  const isFresh = found && next.at - found.at <= watchTimes.fresh;
  next.set({ lookedAt: next.at });
  next.effects.push({ type: 'look', purpose: 'rest', ...(isFresh && { found: found.finding }) });
}

function startDeadline(next: Step, milliseconds: number): void {
  next.set({ deadline: next.state.visible ? next.at + milliseconds : undefined });
}

function looked(next: Step, purpose: Purpose, finding: Finding): void {
  const { phase, told } = next.state;
  if (phase === 'read' && purpose === 'check' && told && !isSame(told.result, finding.result)) repaint(next);
  if (phase !== 'looking' || purpose === 'check') return;
  next.set({ found: { finding, at: next.at } });
  if (purpose === 'end') giveUp(next, finding);
  else believe(next, finding);
}

/** Tells what was found once it has stood long enough, in a tab that somebody sees; looks again while it may. */
function believe(next: Step, finding: Finding): void {
  const { result, stands, readAt } = finding;
  const { standing: before, changedAt, visible } = next.state;
  if (!stands) forget(next);
  const standing = before && isSame(before.result, result) ? before : { result, since: changedAt, readAt };
  next.set({ standing, unsteady: next.state.unsteady || !stands || isMoved(before?.result, result) });
  takeBack(next, standing);
  if (result.state === 'not-yet' || !visible) return;
  const from = beliefAt(next.state, standing);
  if (from === Infinity) return;
  if (from > next.at) lookIn(next, from - next.at);
  else if (result.state === 'reading') tellReading(next, result, finding);
  else tellState(next, result, result.state !== 'not-recognised');
}

/** What was told a moment ago does not stand: other numbers have taken its place, or sets of which nobody knows whose they are. */
function takeBack(next: Step, { result, since }: NonNullable<WatchState['standing']>): void {
  const { last } = next.state;
  if (!last) return;
  const told = next.at - last.at;
  const isOpen =
    result.state === 'not-recognised' &&
    // Nobody's zeros, a group's scores and what is out of sight say nothing against it.
    result.sets?.some(({ why }) => !['zeros', 'group', 'hidden'].includes(why)) === true;
  const left = since + watchTimes.afterShown - next.at;
  const isUndecided = isOpen && left <= 0;
  if (isOpen && left > 0) lookIn(next, left);
  if ((told < watchTimes.completion && isMoved(last.result, result)) || (told < watchTimes.giveUp && isUndecided)) {
    forget(next);
    next.set({ last: undefined });
    tell(next, { result: { state: 'moved' } });
  }
}

function tellReading(next: Step, result: ReadingResult, { signature, readAt }: Finding): void {
  const { told, last, standing } = next.state;
  const isNew = !told || !isSame(told.result, result) || signature !== told.signature;
  if (isNew) {
    // The same numbers painted anew are no proof of a new day; nor is a tab that is shown long after it was painted.
    const isLast = last !== undefined && isSame(last.result, result);
    const paintedAt = isLast ? last.readAt : Math.min(readAt, standing?.readAt ?? readAt);
    next.set({
      toldState: undefined,
      told: { result, signature, at: next.at, readAt: paintedAt },
      last: { result, at: next.at, readAt: paintedAt },
    });
    tell(next, { result, ...(readAt - paintedAt > watchTimes.giveUp && { readAt: paintedAt }) });
  }
  if (isComplete(result)) stop(next, 'read');
  else if (isNew) startDeadline(next, result.anchors ? watchTimes.completion : watchTimes.giveUp);
}

/** `exactly`: it was seen in the page. What was only concluded never takes the place of what this visit has seen. */
function tellState(next: Step, result: WatchResult, exactly = true): void {
  const { toldState, toldExactly } = next.state;
  if (toldState === result.state || (toldState !== undefined && toldExactly && !exactly)) return;
  next.set({ toldState: result.state, toldExactly: exactly });
  tell(next, { result });
}

/**
 * One message at a time: the latest waits until the one before is answered, in the place of what waited. What is to be taken back is, unless a
 * reading comes, which takes it back, too.
 */
function tell(next: Step, message: Message): void {
  const { sending, count, waiting } = next.state;
  if (sending !== undefined) {
    if (waiting?.result.state !== 'moved' || message.result.state === 'reading') next.set({ waiting: message });
    return;
  }
  const number = count + 1;
  next.set({ count: number, sending: number });
  next.effects.push({ type: 'tell', number, message });
}

function repaint(next: Step): void {
  const { told } = next.state;
  forget(next);
  startLooking(next);
  // What was told did not stand long: it must stand longer this time.
  next.set({ unsteady: told !== undefined && next.at - told.at < watchTimes.completion });
}

function forget(next: Step): void {
  const { told, waiting } = next.state;
  if (!told) return;
  next.set({ told: undefined, waiting: waiting?.result.state === 'reading' ? undefined : waiting });
  next.effects.push({ type: 'gone' });
}

function giveUp(next: Step, { result, skeleton }: Finding): void {
  if (result.state === 'reading' && !next.state.extended) {
    next.set({ extended: true });
    startDeadline(next, 2 * watchTimes.doubtful);
    lookIn(next, watchTimes.settle);
    return;
  }
  stop(next, 'resting');
  if (result.state === 'reading') {
    tellState(next, { state: 'not-recognised', report: { checks: ['watch: still moving'], skeleton } }, false);
  } else {
    // Only a shell, and it stays so: LinkedIn serves it to a browser that nobody is signed in to.
    if (result.state === 'not-yet') tellState(next, { state: 'signed-out' }, false);
    else tellState(next, result, result.state !== 'not-recognised');
  }
}
