import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../core/result';
import { attempt } from '../platform/attempt';
import { openBesidePanel } from '../platform/ssi-page';
import { dismissTip, markTipDone, putOffTip, takeTip, type Undoable } from '../store/write/answer-tip';
import { Icon } from '../ui/icon';
import { Steps } from '../ui/steps';
import { TipFailure } from '../ui/tip-failure';
import { TipHead } from '../ui/tip-head';
import { useTicks } from '../ui/use-ticks';
import { doneSentence } from '../words/done-sentence';
import type { Surroundings } from '../words/surroundings';
import type { TipView } from '../words/tip-view';

export interface TipPartProps {
  readonly tip: TipView;
  readonly member: string;
  readonly around: Surroundings;
  /** It has the one primary button. */
  readonly isStep: boolean;
  /** It was answered: what is said of that, and how to take it back. */
  readonly onAnswered: (answered: Answered) => void;
  /** Reads again what is stored. */
  readonly reload: () => Promise<void>;
}

export interface Answered {
  readonly sentence: string;
  readonly undo: Undoable;
}

/** The tip with its steps to tick. */
export function TipPart({ tip, member, around, isStep, onAnswered, reload }: TipPartProps) {
  const { say, today } = around;
  // The part stays when the tip changes, and the focus with it; what went wrong was of the tip before.
  const [failed, setFailed] = useState<{ readonly tip: string; readonly failure: Failure | undefined }>();
  const failure = failed?.tip === tip.id ? failed.failure : undefined;
  const setFailure = (of: Failure | undefined) => setFailed({ tip: tip.id, failure: of });
  const { ticked, tick } = useTicks(tip, ({ id }, next) => takeTip(id, member, next), reload, setFailure);

  async function run<Value>(writing: () => Promise<Result<Value>>): Promise<Value | undefined> {
    const written = await attempt(writing);
    setFailure(written.ok ? undefined : written);
    return written.ok ? written.value : undefined;
  }

  async function answer(sentence: string, writing: () => Promise<Result<Undoable>>): Promise<void> {
    const undo = await run(writing);
    if (undo) onAnswered({ sentence, undo });
  }

  const shown = { ...tip, ticked };
  const isUnderWay = tip.taken || ticked > 0;
  const rank = (primary: boolean) => (primary && isStep ? 'button-primary' : 'button-secondary');
  return (
    <section class="tip" aria-label={say('tip_card_label')}>
      <TipHead tip={tip} />
      <h2 class="tip-title" tabIndex={-1}>
        {tip.title}
      </h2>
      <p class="tip-why">{tip.why}</p>
      <Steps steps={tip.steps} ticked={ticked} onTick={(step) => void tick(step)} say={say} />
      <TipFailure failure={failure} say={say} />
      <div class="tip-buttons">
        <button
          type="button"
          class={`button button-large ${rank(isUnderWay)}`}
          onClick={() => void answer(doneSentence(around), () => markTipDone(shown, member, today))}
        >
          <Icon name="check" />
          {say('tip_card_done')}
        </button>
        <button
          type="button"
          class={`button button-large ${rank(!isUnderWay)}`}
          onClick={() => void Promise.all([openBesidePanel(tip.address), run(() => takeTip(tip.id, member, ticked))])}
        >
          {say('tip_card_open')}
          <Icon name="open" />
        </button>
        <span class="tip-away">
          {tip.hasOther && (
            <button
              type="button"
              class="button button-ghost"
              onClick={() => void run(() => putOffTip(shown, member, today))}
            >
              <Icon name="again" />
              {say('tip_card_another')}
            </button>
          )}
          <button
            type="button"
            class="button button-ghost"
            onClick={() => void answer(say('tip_card_dismissed'), () => dismissTip(shown, member))}
          >
            <Icon name="not-for-me" />
            {say('tip_card_not_for_me')}
          </button>
        </span>
      </div>
    </section>
  );
}

export interface AnsweredPartProps extends Pick<TipPartProps, 'around' | 'isStep'> {
  readonly answered: Answered;
  /** It was taken back, or the next one is wanted. */
  readonly onGoOn: () => Promise<void>;
}

/** What was just answered, until the member goes on. */
export function AnsweredPart({ answered, around: { say }, isStep, onGoOn }: AnsweredPartProps) {
  const [failure, setFailure] = useState<Failure>();
  const undoButton = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone.
  useLayoutEffect(() => undoButton.current?.focus(), []);

  async function takeBack(): Promise<void> {
    const undone = await attempt(answered.undo);
    if (undone.ok) await onGoOn();
    else setFailure(undone);
  }

  return (
    <section class="tip" aria-label={say('tip_card_label')}>
      <p class="tip-answered" role="status">
        <Icon name="check" />
        {answered.sentence}
      </p>
      <TipFailure failure={failure} say={say} />
      <div class="tip-buttons">
        <button
          ref={undoButton}
          type="button"
          class="button button-large button-secondary"
          onClick={() => void takeBack()}
        >
          <Icon name="undo" />
          {say('tip_card_undo')}
        </button>
        <button
          type="button"
          class={`button button-large ${isStep ? 'button-primary' : 'button-secondary'}`}
          onClick={() => void onGoOn()}
        >
          {say('panel_next')}
        </button>
      </div>
    </section>
  );
}
