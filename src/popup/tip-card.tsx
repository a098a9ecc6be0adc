import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../core/result';
import { attempt } from '../platform/attempt';
import { browser } from '../platform/browser';
import { openPanel } from '../platform/browser-differences';
import { dismissTip, markTipDone, putOffTip, takeTip, type Undoable } from '../store/write/answer-tip';
import { doneSentence } from '../words/done-sentence';
import type { Surroundings } from '../words/surroundings';
import type { TipView } from '../words/tip-view';
import { Icon } from '../ui/icon';
import { TipFailure } from '../ui/tip-failure';
import { TipHead } from '../ui/tip-head';

export interface TipCardProps {
  /** Undefined when nothing is left to do; the card stays as long as its last answer can be taken back. */
  readonly tip: TipView | undefined;
  /** The profile it is for. */
  readonly member: string;
  readonly around: Surroundings;
  /** An answer was taken back: read again what is stored. */
  readonly onUndone: () => Promise<void>;
}

/** How long an answer can be taken back, in milliseconds. */
const undoFor = 6000;

interface Answered {
  readonly sentence: string;
  readonly undo: Undoable;
}

/** The one thing to do: open it, mark it as done, see another, or never again. */
export function TipCard({ tip, member, around, onUndone }: TipCardProps) {
  const { say, today } = around;
  const [answered, setAnswered] = useState<Answered>();
  const [failure, setFailure] = useState<Failure>();
  const card = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);

  useEffect(() => {
    if (!answered) return;
    const timer = setTimeout(() => setAnswered(undefined), undoFor);
    return () => clearTimeout(timer);
  }, [answered]);
  // The button that was pressed is gone: the first of what took its place has the focus, before anything else is drawn.
  useLayoutEffect(() => {
    if (hadFocus.current) card.current?.querySelector('button')?.focus();
    hadFocus.current = false;
  }, [answered]);
  hadFocus.current = card.current?.contains(document.activeElement) ?? false;

  async function answer(sentence: string, writing: () => Promise<Result<Undoable>>): Promise<void> {
    const written = await attempt(writing);
    setFailure(written.ok ? undefined : written);
    if (written.ok) setAnswered({ sentence, undo: written.value });
  }

  async function takeBack(undo: Undoable): Promise<void> {
    const undone = await attempt(undo);
    if (!undone.ok) {
      setFailure(undone);
      return;
    }
    // First the tip that is back, then the card: the one that would have come next must not flash.
    await onUndone();
    setAnswered(undefined);
  }

  async function another(shown: TipView): Promise<void> {
    const written = await attempt(() => putOffTip(shown, member, today));
    setFailure(written.ok ? undefined : written);
  }

  /** Opens the panel with the steps, and the tip's page beside it. What is not kept as taken is a tip like before. */
  async function openBeside({ id, ticked, address }: TipView): Promise<void> {
    await Promise.all([openPanel(), attempt(() => takeTip(id, member, ticked))]);
    await browser.tabs.create({ url: address });
    window.close();
  }

  if (answered) {
    return (
      <section class="tip" ref={card} aria-label={say('tip_card_label')}>
        <p class="tip-answered" role="status">
          <Icon name="check" />
          {answered.sentence}
        </p>
        <TipFailure failure={failure} say={say} />
        <div class="tip-buttons">
          <button type="button" class="button button-secondary" onClick={() => void takeBack(answered.undo)}>
            <Icon name="undo" />
            {say('tip_card_undo')}
          </button>
        </div>
      </section>
    );
  }
  if (!tip) return null;
  return (
    <section class="tip" ref={card} aria-label={say('tip_card_label')}>
      <TipHead tip={tip} />
      <h2 class="tip-title" title={tip.title}>
        {tip.title}
      </h2>
      <p class="tip-why" title={tip.why}>
        {tip.why}
      </p>
      <TipFailure failure={failure} say={say} />
      <div class="tip-buttons">
        <button type="button" class="button button-primary" onClick={() => void openBeside(tip)}>
          <Icon name="panel" />
          {say('tip_card_open_beside')}
        </button>
        <button
          type="button"
          class="button button-secondary"
          onClick={() => void answer(doneSentence(around), () => markTipDone(tip, member, today))}
        >
          <Icon name="check" />
          {say('tip_card_done')}
        </button>
        {tip.hasOther && (
          <button type="button" class="button button-ghost tip-another" onClick={() => void another(tip)}>
            <Icon name="again" />
            {say('tip_card_another')}
          </button>
        )}
        <button
          type="button"
          class="button button-ghost button-only-icon tip-not-for-me"
          aria-label={say('tip_card_not_for_me')}
          title={say('tip_card_not_for_me')}
          onClick={() => void answer(say('tip_card_dismissed'), () => dismissTip(tip, member))}
        >
          <Icon name="not-for-me" />
        </button>
      </div>
    </section>
  );
}
