import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../core/result';
import { localDayAt, type LocalDay } from '../core/score/local-day';
import { attempt } from '../platform/attempt';
import { openScorecard } from '../platform/open-scorecard';
import { openSsiPage } from '../platform/ssi-page';
import { onChange } from '../store/changes';
import { Boundary } from '../ui/boundary';
import type { PageSurroundings } from '../ui/draw-page';
import { FailureText } from '../ui/failure-text';
import { Icon } from '../ui/icon';
import { Ring } from '../ui/ring';
import { TipFailure } from '../ui/tip-failure';
import { useLatest } from '../ui/use-latest';
import { useTheme } from '../ui/use-theme';
import { useGoalAsked } from '../ui/use-goal-asked';
import type { ChosenPlan } from '../ui/week/week-data';
import { WeekDone } from '../ui/week/week-done';
import { isNewlyReached } from '../store/write/praised-goal';
import type { Say } from '../words/say';
import type { Surroundings } from '../words/surroundings';
import { GoalPart } from './goal-part';
import { loadPanel, type PanelData } from './load-panel';
import { panelView } from './panel-view';
import { Strip } from './strip';
import { AnsweredPart, TipPart, type Answered } from './tip-part';
import { keepPlan, WeekPart } from './week-part';

interface LoadedOn {
  readonly loaded: Result<PanelData>;
  readonly today: LocalDay;
}

export interface PanelPageProps extends PageSurroundings {
  /** What the store said when the panel was opened. */
  readonly first: LoadedOn;
  /** Whether something stored has changed since. Asked once, when the page listens itself. */
  readonly isOutdated: () => boolean;
}

/** The panel beside LinkedIn: what to do now, step by step, and how the score stands. */
export function PanelPage({ first, isOutdated, language, timeZone, say }: PanelPageProps) {
  const { loaded, today, reload } = useStored({ first, isOutdated, timeZone });
  const around = useMemo<Surroundings>(() => ({ today, timeZone, language, say }), [today, timeZone, language, say]);
  useTheme(loaded.ok ? loaded.value.settings.theme : 'system');
  return loaded.ok ? (
    <Boundary say={say} from={loaded.value}>
      <Parts data={loaded.value} around={around} reload={reload} />
    </Boundary>
  ) : (
    <>
      <Head title={say('panel_title')} say={say} />
      <p class="failure" role="alert">
        <Icon name="warning" />
        <FailureText failure={loaded} say={say} />
      </p>
    </>
  );
}

interface HeadProps {
  readonly title: string;
  /** "23–29 Nov" */
  readonly dates?: string | undefined;
  readonly say: Say;
}

function Head({ title, dates, say }: HeadProps) {
  return (
    <header class="head">
      <div class="head-text">
        <h1 class="head-title">{title}</h1>
        {dates !== undefined && <p class="quiet head-dates">{dates}</p>}
      </div>
      {(['scorecard', 'settings'] as const).map((icon) => {
        const name = say(icon === 'scorecard' ? 'popup_open_scorecard' : 'popup_settings');
        const open = () => void openScorecard(icon === 'settings' ? icon : undefined);
        return (
          <button key={icon} type="button" class="button-icon" aria-label={name} title={name} onClick={open}>
            <Icon name={icon} size={16} />
          </button>
        );
      })}
    </header>
  );
}

interface PartsProps {
  readonly data: PanelData;
  readonly around: Surroundings;
  readonly reload: () => Promise<void>;
}

/** From top to bottom: the tip, or that the week is done; the goal, the week's plan, the weekly review, and below everything the score. */
function Parts({ data, around, reload }: PartsProps) {
  const { say } = around;
  const { tip, done, goal, strip } = useMemo(() => panelView(data, around), [data, around]);
  const [answered, setAnswered] = useState<Answered>();
  const [wantsMore, setWantsMore] = useState(false);
  const [weekWanted, setWeekWanted] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const asked = useGoalAsked(goal?.goal, around.today, isNewlyReached);
  const isStep = !asked.open;
  const page = useRef<HTMLDivElement>(null);
  const wentOn = useRef(false);
  useLayoutEffect(() => {
    if (wentOn.current && !answered)
      page.current?.querySelector<HTMLElement>('.tip-title, .week-done-title, button')?.focus();
    wentOn.current = false;
  }, [answered, wantsMore]);

  async function goOn(): Promise<void> {
    // First what is stored, then the card: the tip before must not flash.
    await reload();
    wentOn.current = true;
    setWantsMore(false);
    setAnswered(undefined);
  }

  const { member, ended } = data;
  const keep = async (plan: ChosenPlan) => {
    const kept = await keepPlan(member, plan);
    setFailure(kept.ok ? undefined : kept);
  };
  const told = answered || wantsMore ? undefined : done;
  return (
    <>
      <Head
        title={say(told ? 'plan_title' : answered || tip || strip ? 'panel_title' : 'extension_name')}
        dates={told?.dates}
        say={say}
      />
      <div class="parts" ref={page}>
        {answered ? (
          <AnsweredPart answered={answered} around={around} isStep={isStep} onGoOn={goOn} />
        ) : told ? (
          <WeekDone
            done={told}
            around={around}
            isStep={isStep}
            onWeek={() => setWeekWanted(weekWanted + 1)}
            onMore={
              tip &&
              (() => {
                wentOn.current = true;
                setWantsMore(true);
              })
            }
            onKeep={(plan) => void keep(plan)}
          />
        ) : tip && member !== undefined ? (
          <TipPart {...{ tip, member, around, isStep, reload }} onAnswered={setAnswered} />
        ) : strip ? (
          <NothingLeft around={around} />
        ) : (
          <NothingRead ended={ended} around={around} />
        )}
        <TipFailure failure={failure} say={say} />
        {goal && <GoalPart goal={goal} asked={asked} data={data} around={around} />}
        <WeekPart
          data={data}
          isDoneSaid={told !== undefined}
          isPlanStep={ended && !strip && !tip && !told}
          wanted={weekWanted}
          around={around}
        />
      </div>
      {strip && <Strip strip={strip} around={around} />}
    </>
  );
}

function NothingLeft({ around: { say } }: Pick<PartsProps, 'around'>) {
  return (
    <section class="tip" aria-label={say('tip_card_label')}>
      <p class="tip-answered">{say('notification_nothing_left')}</p>
      <div class="tip-buttons">
        <button type="button" class="button button-large button-primary" onClick={() => void openScorecard('tips')}>
          {say('panel_all_tips')}
        </button>
      </div>
    </section>
  );
}

/** Before the first reading; none is promised where LinkedIn has ended the access. */
function NothingRead({ ended, around: { say } }: { readonly ended: boolean; readonly around: Surroundings }) {
  return (
    <section class="empty">
      {!ended && <Ring size={112} thickness={11} />}
      <h2 class="tip-title">{say(ended ? 'popup_access_ended_title' : 'popup_empty_title')}</h2>
      {!ended && <p class="quiet">{say('popup_empty')}</p>}
      <button
        type="button"
        class={`button button-large ${ended ? 'button-secondary' : 'button-primary'}`}
        onClick={() => void openSsiPage({ again: true })}
      >
        {say(ended ? 'popup_look_again' : 'popup_open_ssi_page')}
        <Icon name="open" />
      </button>
    </section>
  );
}

/** What is stored, read again after each change in any page, and when the panel is looked at again: it may be another day. */
function useStored({
  first,
  isOutdated,
  timeZone,
}: Pick<PanelPageProps, 'first' | 'isOutdated' | 'timeZone'>): LoadedOn & { readonly reload: () => Promise<void> } {
  const load = useCallback(async (): Promise<LoadedOn> => {
    const today = localDayAt(Date.now(), timeZone);
    return { loaded: await attempt(() => loadPanel(today)), today };
  }, [timeZone]);
  const [state, reload] = useLatest(first, load);
  useEffect(() => onChange(() => void reload()), [reload]);
  useEffect(() => {
    if (isOutdated()) void reload();
  }, [reload, isOutdated]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload]);
  return { ...state, reload };
}
