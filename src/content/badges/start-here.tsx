import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode, Result } from '../../core/result';
import { CommonIcon } from '../../ui/common-icon';
import { Mark } from '../../ui/mark';
import type { BadgeTipView, StartView } from '../../platform/badge-view';
import { placePopover } from './place-popover';
import { refuseUntrusted, trusted } from './trusted';

/** What the member can say of the tip. Both answer with what went wrong. */
export interface TipActions {
  /** Writes it down as done; answers with how to take that back. */
  readonly onDone: (tip: string) => Promise<Result<() => Promise<Result<null>>>>;
}

export interface StartHereProps {
  readonly start: StartView;
  readonly actions: TipActions;
  readonly sayError: (error: ErrorCode) => string;
}

/** Unique in their shadow root, which has one of each. */
const popoverId = 'popover';
const titleId = 'title';

/** The button on the weakest pillar, and the tip that it opens. */
export function StartHere({ start, actions, sayError }: StartHereProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="badge pill start"
        data-badge="start"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? popoverId : undefined}
        aria-label={start.name}
        onClick={trusted(() => setOpen(!open))}
      >
        <Mark size={15} />
        {start.label}
        <CommonIcon name="down" size={12} />
      </button>
      {open && <Popover tip={start.tip} opener={button} onClose={close} actions={actions} sayError={sayError} />}
    </>
  );
}

interface PopoverProps extends Pick<StartHereProps, 'actions' | 'sayError'> {
  readonly tip: BadgeTipView;
  readonly opener: { readonly current: HTMLElement | null };
  readonly onClose: () => void;
}

/** The tip: a dialog that takes the focus and leaves the page usable. Esc, the cross and a click anywhere else close it. */
function Popover({ tip, opener, onClose, actions, sayError }: PopoverProps) {
  const popover = useRef<HTMLDivElement>(null);
  const arrow = useRef<HTMLDivElement>(null);
  const [undo, setUndo] = useState<() => Promise<Result<null>>>();
  const [trouble, setTrouble] = useState<string>();

  useLayoutEffect(() => {
    const [from, box, pointer, layer] = [
      opener.current,
      popover.current,
      arrow.current,
      opener.current?.closest('.layer'),
    ];
    if (!from || !box || !pointer || !layer) return;
    return placePopover({ from, popover: box, arrow: pointer, layer, onPlaced: () => box.focus(), onLost: onClose });
    // Placed once, then it follows by itself.
  }, []);

  useLayoutEffect(() => {
    const document = popover.current?.ownerDocument;
    if (!document) return;
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    const onKey = trusted((event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    });
    const onPointer = trusted((event: PointerEvent) => {
      // Seen from outside a closed root, all in it is one element: ask where the pointer is.
      const inside = [popover.current, opener.current].some((element) => element && contains(element, event));
      if (!inside) onClose();
    });
    document.addEventListener('keydown', onKey, options);
    document.addEventListener('pointerdown', onPointer, options);
    return () => listening.abort();
  }, [onClose]);

  async function finish(): Promise<void> {
    const done = await actions.onDone(tip.id);
    if (done.ok) setUndo(() => done.value);
    setTrouble(done.ok ? undefined : sayError(done.error));
    popover.current?.focus();
  }

  async function takeBack(): Promise<void> {
    const undone = await undo?.();
    if (undone?.ok) setUndo(undefined);
    setTrouble(undone && !undone.ok ? sayError(undone.error) : undefined);
    popover.current?.focus();
  }

  return (
    <div ref={popover} id={popoverId} class="popover" role="dialog" aria-labelledby={titleId} tabIndex={-1}>
      <div ref={arrow} class="arrow" />
      <p class="popover-head">
        <Mark size={15} />
        {tip.heading}
      </p>
      <h2 class="tip-title" id={titleId}>
        {tip.title}
      </h2>
      <p class="tip-why">{tip.why}</p>
      {trouble !== undefined && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {undo ? (
        <div class="tip-buttons">
          <span role="status" class="said">
            {tip.doneSaid}
          </span>
          <button type="button" class="button secondary" onClick={trusted(() => void takeBack())}>
            <CommonIcon name="undo" />
            {tip.undo}
          </button>
        </div>
      ) : (
        <div class="tip-buttons">
          <a class="button primary" href={tip.address} target="_blank" rel="noreferrer" onClick={refuseUntrusted}>
            {tip.open}
            <CommonIcon name="open" />
          </a>
          <button type="button" class="button secondary" onClick={trusted(() => void finish())}>
            <CommonIcon name="check" />
            {tip.done}
          </button>
          <span class="minutes">
            <CommonIcon name="clock" />
            {tip.minutes}
          </span>
        </div>
      )}
      <button type="button" class="close" aria-label={tip.close} title={tip.close} onClick={trusted(onClose)}>
        <CommonIcon name="close" />
      </button>
    </div>
  );
}

/** Whether a pointer event lies in the box of `element`. */
function contains(element: Element, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
