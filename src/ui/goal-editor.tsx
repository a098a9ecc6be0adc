import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { goalChoices, type GoalChoices } from '../core/meaning/goal-choices';
import { goalOutlook } from '../core/meaning/goal-outlook';
import { latestReading, type History } from '../core/score/history';
import { formatTarget } from '../words/format-number';
import { goalChoiceText } from '../words/outlook-text';
import type { Say } from '../words/say';
import type { Surroundings } from '../words/surroundings';

export interface GoalEditorProps {
  readonly history: History;
  /** The goal on the way, in points of the total; absent where a new one is to be set. */
  readonly target?: number | undefined;
  /** "Reached 70 in 11 weeks": said in place of what may be said of the next one. */
  readonly praise?: string | undefined;
  /** It is there from the beginning, and stays. */
  readonly isStanding?: boolean;
  readonly around: Surroundings;
  readonly onSet: (target: number) => void;
  readonly onCancel: () => void;
}

/** What is to be reached: a few proposals, or any whole number. Enter sets it, Escape and a click elsewhere put it back. */
export function GoalEditor({ history, target, praise, isStanding = false, around, onSet, onCancel }: GoalEditorProps) {
  const { say, today, language } = around;
  const choices = goalChoices(latestReading(history, today)?.total ?? 0);
  const [wanted, setWanted] = useState(() => Math.max(choices.lowest, target ?? choices.proposed));
  const form = useRef<HTMLFormElement>(null);
  // Before the first key can be lost. What opened by itself takes nothing from where the focus is.
  useLayoutEffect(() => {
    if (praise === undefined && !isStanding) form.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, []);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && form.current?.contains(event.target) === false) onCancel();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [onCancel]);
  const seen = goalOutlook(history, { of: 'total', target: wanted }, today);

  function press(event: KeyboardEvent): void {
    const isButton = event.target instanceof Element && event.target.matches('.button');
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !isButton) onSet(wanted);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      ref={form}
      class="goal-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSet(wanted);
      }}
      onKeyDown={press}
    >
      {praise !== undefined && (
        <p class="goal-praise" role="status">
          {praise}
        </p>
      )}
      <div class="goal-wanted">
        {choices.steps.length > 0 && <Chips choices={choices} wanted={wanted} around={around} onWant={setWanted} />}
        <Stepper choices={choices} wanted={wanted} say={say} onStep={setWanted} />
      </div>
      <div class="goal-say">
        {praise === undefined && seen && (
          <p aria-live="polite">
            <strong>{say('goal_lead', formatTarget(wanted, language))}</strong> {goalChoiceText(seen, around)}
          </p>
        )}
        {praise !== undefined && (
          <button type="button" class="button button-ghost" onClick={onCancel}>
            {say('goal_not_now')}
          </button>
        )}
        <button type="submit" class={`button ${isStanding ? 'button-secondary' : 'button-primary'}`}>
          {say('goal_keep')}
        </button>
      </div>
    </form>
  );
}

interface WantedProps {
  readonly choices: GoalChoices;
  readonly wanted: number;
  readonly onWant: (target: number) => void;
}

/** One stop for the tab key, arrows inside. */
function Chips({ choices: { steps }, wanted, around, onWant }: WantedProps & { readonly around: Surroundings }) {
  const { say, language } = around;
  const group = useRef<HTMLDivElement>(null);
  const stop = steps.includes(wanted) ? wanted : steps[0];

  function move(event: KeyboardEvent, index: number): void {
    const mirrored = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const by = { ArrowRight: mirrored ? -1 : 1, ArrowLeft: mirrored ? 1 : -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (index + by + steps.length) % steps.length;
    const step = steps[next];
    if (step !== undefined) onWant(step);
    group.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div class="goal-chips" role="radiogroup" aria-label={say('goal_question')} ref={group}>
      {steps.map((step, index) => (
        <button
          key={step}
          type="button"
          role="radio"
          class="goal-chip"
          aria-checked={step === wanted}
          tabIndex={step === stop ? 0 : -1}
          onClick={() => onWant(step)}
          onKeyDown={(event) => move(event, index)}
        >
          {formatTarget(step, language)}
        </button>
      ))}
    </div>
  );
}

interface StepperProps extends Pick<WantedProps, 'choices' | 'wanted'> {
  readonly say: Say;
  readonly onStep: (step: (before: number) => number) => void;
}

/** Any whole number: arrows by one, Page keys by five, Home and End. Its buttons are for the pointer. */
function Stepper({ choices, wanted, say, onStep }: StepperProps) {
  const { lowest, highest } = choices;
  // From what is wanted by then: two keys may come before one is painted.
  const step = (by: number) => onStep((before) => Math.min(highest, Math.max(lowest, before + by)));

  function press(event: KeyboardEvent): void {
    const by = {
      ArrowUp: 1,
      ArrowRight: 1,
      ArrowDown: -1,
      ArrowLeft: -1,
      PageUp: 5,
      PageDown: -5,
      Home: -highest,
      End: highest,
    }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  }

  return (
    <div
      class="goal-stepper"
      role="spinbutton"
      tabIndex={0}
      aria-label={say('goals_target')}
      aria-valuemin={lowest}
      aria-valuemax={highest}
      aria-valuenow={wanted}
      onKeyDown={press}
    >
      <button type="button" tabIndex={-1} aria-hidden="true" disabled={wanted <= lowest} onClick={() => step(-1)}>
        {'\u2212'}
      </button>
      <span class="goal-number">{wanted}</span>
      <button type="button" tabIndex={-1} aria-hidden="true" disabled={wanted >= highest} onClick={() => step(1)}>
        +
      </button>
    </div>
  );
}
