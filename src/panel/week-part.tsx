import { useEffect, useState } from 'preact/hooks';
import { takenTips, tickedSteps } from '../core/advice/taken-tip';
import { tipDone } from '../core/advice/tip-done';
import { planOn, weekToPlan } from '../core/advice/week-plan';
import { isOwnCheckShown } from '../core/own-check-shown';
import type { Result } from '../core/result';
import { attempt } from '../platform/attempt';
import type { Database } from '../store/database';
import { takeTip } from '../store/write/answer-tip';
import { forMember } from '../store/write/members';
import { removeAction, tickHabit, writeAction, writePlan } from '../store/write/rows';
import { TipFailure } from '../ui/tip-failure';
import { OwnCheckSection } from '../ui/week/own-check-section';
import { PlanSection } from '../ui/week/plan-section';
import { ReviewSection } from '../ui/week/review-section';
import type { ChosenPlan, WeekData } from '../ui/week/week-data';
import type { Surroundings } from '../words/surroundings';
import type { PanelData } from './load-panel';
import { loadWeek } from './load-week';

export interface WeekPartProps {
  readonly data: PanelData;
  /** It stands above that the plan is done. */
  readonly isDoneSaid: boolean;
  /** Nothing above asks for anything. */
  readonly isPlanStep: boolean;
  /** How often "See my week" was pressed. */
  readonly wanted: number;
  readonly around: Surroundings;
}

/** Keeps a plan of `member`, or of who begins with it. Errors: those of the store. */
export function keepPlan(member: string | undefined, plan: ChosenPlan): Promise<Result<void>> {
  return attempt(() => forMember(member, (database, id) => writePlan(database, { ...plan, member: id })));
}

/** The week's plan, its review and without a score the own check, which come when the tip is there already: they look at the whole history. */
export function WeekPart({ data, isDoneSaid, isPlanStep, wanted, around }: WeekPartProps) {
  const { say, today } = around;
  const { member, ended } = data;
  const [loaded, setLoaded] = useState<Result<WeekData>>();
  useEffect(() => {
    let current = true;
    // Whatever has changed, the panel has read its own part of it again.
    void attempt(() => loadWeek(member)).then((week) => {
      if (current) setLoaded(week);
    });
    return () => {
      current = false;
    };
  }, [data, member]);
  const [failed, setFailed] = useState<Result<void>>();
  if (!loaded) return null;
  if (!loaded.ok) return <TipFailure failure={loaded} say={say} />;
  const week = loaded.value;

  const run = (work: (database: Database, member: string) => Promise<Result<void>>) =>
    void attempt(() => forMember(member, work)).then(setFailed);
  const lacksScore = ended || (data.firstDay === undefined && member !== undefined);
  return (
    <>
      <PlanSection
        // Another week starts again.
        key={(planOn(week.plans, today) ?? weekToPlan(week.plans, today)).week}
        data={week}
        around={around}
        ended={ended}
        isDoneSaid={isDoneSaid}
        isStep={isPlanStep}
        current={takenTips(week)[0]?.id}
        onTick={({ pillar, tip, done }, isDone) => {
          if (isDone) run((database, id) => writeAction(database, tipDone({ id: tip, pillar }, id, today, Date.now())));
          else if (done) run((database) => removeAction(database, done));
        }}
        onKeep={(plan) => void keepPlan(member, plan).then(setFailed)}
        onTake={(tip) => run((_, id) => takeTip(tip, id, tickedSteps(tip, week)))}
      />
      <TipFailure failure={failed?.ok === false ? failed : undefined} say={say} />
      <ReviewSection data={week} ended={ended} around={around} isBesidePlan wanted={wanted} />
      {lacksScore && isOwnCheckShown(data.settings, { lacksScore, hasBegun: week.checks.length > 0 }) && (
        <OwnCheckSection
          checks={week.checks}
          around={around}
          onTick={(monday, habit, ticked) =>
            run((database, id) => tickHabit(database, { member: id, week: monday }, habit, ticked))
          }
        />
      )}
    </>
  );
}
