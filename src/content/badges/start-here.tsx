import { isTicked, withTick } from '../../core/advice/ticked-steps';
import type { ErrorCode, Result } from '../../core/result';
import { CommonIcon } from '../../ui/common-icon';
import { Mark } from '../../ui/mark';
import type { BadgeTipView, StartView } from '../../platform/badge-view';
import { elementOf } from './jsx-runtime';
import { oneAtATime } from './one-at-a-time';
import { placePopover } from './place-popover';
import { refuseUntrusted, trusted } from './trusted';

/** What the member can say of the tip. Both answer with what went wrong. */
export interface TipActions {
  /** They are at it, with these steps ticked; with `panel` it opens the panel, which only works in the very task of a click. */
  readonly onTake: (tip: string, ticked: number, panel: boolean) => Promise<Result<null>>;
  /** Writes it down as done, under an id (a UUID) that is the same however often it is asked for. */
  readonly onDone: (tip: string, action: string) => Promise<Result<null>>;
  /** Takes that back. */
  readonly onUndo: (action: string) => Promise<Result<null>>;
}

export interface StartHereProps {
  readonly start: StartView;
  readonly actions: TipActions;
  readonly sayError: (error: ErrorCode) => string;
  /** Aborted when the badges are taken away. */
  readonly signal: AbortSignal;
}

/** Unique in their shadow root, which has one of each. */
const popoverId = 'popover';
const titleId = 'title';

/** The button on the tip's pillar, and the tip that it opens behind itself. */
export function StartHere({ start, actions, sayError, signal }: StartHereProps) {
  /** Ends the tip that is open. */
  let opened: AbortController | undefined;
  /** The id under which the tip is done: another one only after it was taken back. */
  let action = crypto.randomUUID();
  let { ticked } = start.tip;

  const button = (
    <button
      type="button"
      class="badge pill start"
      data-badge="start"
      aria-haspopup="dialog"
      aria-expanded={false}
      aria-label={start.name}
      title={start.name}
      onClick={trusted(() => (opened ? shut() : open()))}
    >
      <Mark size={15} />
      <span>{start.label}</span>
      <CommonIcon name="down" size={12} />
    </button>
  );
  const opener = elementOf(button);

  function open(): void {
    opened = new AbortController();
    openTip({
      tip: { ...start.tip, ticked },
      opener,
      onTake: (now, panel) => {
        ticked = now;
        return actions.onTake(start.tip.id, now, panel);
      },
      onDone: () => actions.onDone(start.tip.id, action),
      onUndo: async () => {
        const undone = await actions.onUndo(action);
        if (undone.ok) action = crypto.randomUUID();
        return undone;
      },
      sayError,
      onClose: close,
      signal: AbortSignal.any([opened.signal, signal]),
    });
    opener.setAttribute('aria-expanded', 'true');
    opener.setAttribute('aria-controls', popoverId);
  }

  function shut(): void {
    opened?.abort();
    opened = undefined;
    opener.setAttribute('aria-expanded', 'false');
    opener.removeAttribute('aria-controls');
  }

  function close(): void {
    shut();
    opener.focus();
  }

  return button;
}

interface OpenTip {
  readonly tip: BadgeTipView;
  readonly opener: HTMLElement;
  readonly onTake: (ticked: number, panel: boolean) => Promise<Result<null>>;
  readonly onDone: () => Promise<Result<null>>;
  readonly onUndo: () => Promise<Result<null>>;
  readonly sayError: (error: ErrorCode) => string;
  readonly onClose: () => void;
  /** Aborting it takes the tip away. */
  readonly signal: AbortSignal;
}

/** Opens the tip: a dialog that takes the focus and leaves the page usable. Esc, the cross and a click anywhere else close it. */
function openTip({ tip, opener, onTake, onDone, onUndo, sayError, onClose, signal }: OpenTip): void {
  const layer = opener.closest('.layer');
  if (!layer) return;
  const arrow = elementOf(<div class="arrow" />);
  const take = async (now: number, panel: boolean) => {
    const written = await onTake(now, panel);
    if (!written.ok) show(toDo, written);
  };
  const toDo = () =>
    elementOf(
      <ToDo
        tip={tip}
        onTake={(now, panel) => void take(now, panel)}
        onDone={oneAtATime(async () => show(done, await onDone()))}
      />,
    );
  const done = () => elementOf(<Done tip={tip} onUndo={oneAtATime(async () => show(toDo, await onUndo()))} />);
  let answer = toDo();
  let trouble: HTMLElement | undefined;
  const popover = elementOf(
    <div id={popoverId} class="popover" role="dialog" aria-labelledby={titleId} tabIndex={-1}>
      {arrow}
      <p class="popover-head">
        <Mark size={15} />
        {tip.heading}
      </p>
      <h2 class="tip-title" id={titleId}>
        {tip.title}
      </h2>
      <p class="tip-why">{tip.why}</p>
      {answer}
      <button type="button" class="close" aria-label={tip.close} title={tip.close} onClick={trusted(onClose)}>
        <CommonIcon name="close" />
      </button>
    </div>,
  );

  /** Shows what came of a click: another answer, or what went wrong. */
  function show(next: () => HTMLElement, result: Result<null>): void {
    trouble?.remove();
    trouble = undefined;
    if (result.ok) {
      const before = answer;
      answer = next();
      before.replaceWith(answer);
    } else {
      trouble = elementOf(
        <p class="trouble" role="alert">
          {sayError(result.error)}
        </p>,
      );
      answer.before(trouble);
    }
    popover.focus();
  }

  opener.after(popover);
  signal.addEventListener('abort', () => popover.remove());

  const options = { capture: true, signal };
  const onKey = trusted((event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  });
  const onPointer = trusted((event: PointerEvent) => {
    // Seen from outside a closed root, all in it is one element: ask where the pointer is.
    if (![popover, opener].some((element) => contains(element, event))) onClose();
  });
  document.addEventListener('keydown', onKey, options);
  document.addEventListener('pointerdown', onPointer, options);
  placePopover({ from: opener, popover, arrow, layer, onPlaced: () => popover.focus(), onLost: onClose, signal });
}

interface ToDoProps extends Pick<OpenTip, 'tip'> {
  readonly onTake: (ticked: number, panel: boolean) => void;
  readonly onDone: () => void;
}

/** What can be done with a tip. */
function ToDo({ tip, onTake, onDone }: ToDoProps) {
  let { ticked } = tip;

  const open = (event: Event): void => {
    refuseUntrusted(event);
    if (event.isTrusted) onTake(ticked, tip.panel);
  };
  const tick = (step: number) =>
    trusted(() => {
      ticked = withTick(ticked, step);
      onTake(ticked, false);
    });
  return (
    <div>
      {tip.steps.length > 0 && (
        <ol class="steps">
          {tip.steps.map((step, index) => (
            <li>
              <label class="step">
                <input type="checkbox" checked={isTicked(ticked, index)} onChange={tick(index)} />
                <span>{step}</span>
              </label>
            </li>
          ))}
        </ol>
      )}
      <div class="tip-buttons">
        <a class="button primary" href={tip.address} target="_blank" rel="noreferrer" onClick={open}>
          {tip.open}
          <CommonIcon name="open" />
        </a>
        <button type="button" class="button secondary" onClick={trusted(onDone)}>
          <CommonIcon name="check" />
          {tip.done}
        </button>
        <span class="minutes">
          <CommonIcon name="clock" />
          {tip.minutes}
        </span>
      </div>
    </div>
  );
}

/** What is said of a tip that is done. */
function Done({ tip, onUndo }: { readonly tip: BadgeTipView; readonly onUndo: () => void }) {
  return (
    <div class="tip-buttons">
      <span role="status" class="said">
        {tip.doneSaid}
      </span>
      <button type="button" class="button secondary" onClick={trusted(onUndo)}>
        <CommonIcon name="undo" />
        {tip.undo}
      </button>
    </div>
  );
}

/** Whether a pointer event lies in the box of `element`. */
function contains(element: Element, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
