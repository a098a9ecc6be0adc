import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../core/result';
import type { History } from '../core/score/history';
import { attempt } from '../platform/attempt';
import { formatTarget } from '../words/format-number';
import type { Surroundings } from '../words/surroundings';
import { FailureText } from './failure-text';
import type { GoalEditorProps } from './goal-editor';
import { Icon } from './icon';
import type { ScoreView } from './score-view';
import type { GoalAsked } from './use-goal-asked';

/** Takes back what was just done. */
type Undo = () => Promise<Result<void>>;

export interface GoalRowProps extends GoalAsked {
  readonly score: Pick<ScoreView, 'goal' | 'canGrow'>;
  readonly history: History;
  readonly around: Surroundings;
  /** Where there is no goal the question for one stands open, and takes no focus. */
  readonly isStanding?: boolean;
  /** Sets the total's goal. */
  readonly onSet: (target: number) => Promise<Result<Undo>>;
}

/** How long a goal that was set can be taken back, in milliseconds; longer while the focus is there. */
const undoFor = 10_000;

/** The total's goal: at rest one button, open chips and a stepper in its place. */
export function GoalRow({ score, history, around, praised, open, isStanding = false, onOpen, onSet }: GoalRowProps) {
  const { say, language } = around;
  const { goal, canGrow } = score;
  const [set, setSet] = useState<{ readonly target: number; readonly undo: Undo }>();
  const [failure, setFailure] = useState<Failure>();
  const row = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (praised && canGrow) onOpen(true);
  }, [praised, canGrow]);
  useEffect(() => {
    if (!set) return;
    const timer = setInterval(() => {
      if (row.current?.contains(document.activeElement) !== true) setSet(undefined);
    }, undoFor);
    return () => clearInterval(timer);
  }, [set]);
  // What had the focus is gone: what took its place has it.
  useLayoutEffect(() => {
    if (hadFocus.current && !open) row.current?.querySelector('button')?.focus();
    hadFocus.current = false;
  }, [open, set]);
  hadFocus.current = row.current?.contains(document.activeElement) ?? false;

  async function run<Value>(work: () => Promise<Result<Value>>): Promise<Value | undefined> {
    const done = await attempt(work);
    setFailure(done.ok ? undefined : done);
    return done.ok ? done.value : undefined;
  }

  async function keep(target: number): Promise<void> {
    const undo = await run(() => onSet(target));
    if (!undo) return;
    setSet({ target, undo });
    onOpen(false);
  }

  const isAsked = isStanding && canGrow && !goal && !set;
  return (
    <div class="goal-row" ref={row}>
      {isAsked && <p class="goal-question">{say('goal_question')}</p>}
      {open || isAsked ? (
        <GoalEditorLater
          history={history}
          target={goal && !goal.reached ? goal.target : undefined}
          praise={praised ? goal?.reached?.praise : undefined}
          isStanding={isAsked}
          around={around}
          onSet={(target) => void keep(target)}
          onCancel={() => onOpen(false)}
        />
      ) : set ? (
        <p class="goal-set" role="status">
          <Icon name="check" />
          <span class="goal-set-text">{say('goal_is_set', formatTarget(set.target, language))}</span>
          <button
            type="button"
            class="button button-secondary"
            onClick={() => void run(set.undo).then(() => setSet(undefined))}
          >
            <Icon name="undo" />
            {say('tip_card_undo')}
          </button>
        </p>
      ) : goal ? (
        <Rest goal={goal} canGrow={canGrow} around={around} onOpen={() => onOpen(true)} />
      ) : (
        canGrow && (
          <button type="button" class="button button-secondary goal-first" onClick={() => onOpen(true)}>
            <Icon name="flag" />
            {say('goal_set')}
          </button>
        )
      )}
      {failure && (
        <p class="goal-error" role="alert">
          <FailureText failure={failure} say={say} />
        </p>
      )}
    </div>
  );
}

interface RestProps extends Pick<GoalRowProps, 'around'> {
  readonly goal: NonNullable<ScoreView['goal']>;
  readonly canGrow: boolean;
  readonly onOpen: () => void;
}

function Rest({ goal, canGrow, around: { say }, onOpen }: RestProps) {
  const words = (
    <>
      <span class="goal-text">
        <strong>{goal.lead}</strong> {goal.text}
      </span>
      <span class="goal-way" aria-hidden="true">
        {goal.from}
        <span class="goal-bar">
          <span class="goal-part" style={{ inlineSize: `${goal.part * 100}%` }} />
        </span>
        {goal.to}
      </span>
    </>
  );
  const title = `${goal.lead} ${goal.text}`;
  if (!canGrow) {
    return (
      <p class="goal-rest" title={title}>
        {words}
      </p>
    );
  }
  return (
    <button
      type="button"
      class="goal-rest"
      title={title}
      onClick={onOpen}
      onFocus={() => void loadEditor()}
      onPointerEnter={() => void loadEditor()}
    >
      {words}
      <span class="goal-edit">
        <Icon name="edit" size={12} />
        <span class="visually-hidden">{say(goal.reached ? 'goal_next' : 'goal_change')}</span>
      </span>
    </button>
  );
}

/** Loaded when somebody is about to set a goal, which is seldom; kept, so that the next opening loses no key. */
let loadedEditor: ComponentType<GoalEditorProps> | undefined;

async function loadEditor(): Promise<ComponentType<GoalEditorProps>> {
  loadedEditor ??= (await import('./goal-editor')).GoalEditor;
  return loadedEditor;
}

function GoalEditorLater(props: GoalEditorProps) {
  const [Loaded, setLoaded] = useState(() => loadedEditor);
  useEffect(() => {
    if (!Loaded) void loadEditor().then((editor) => setLoaded(() => editor));
  }, []);
  return Loaded ? <Loaded {...props} /> : null;
}
