import { useEffect, useState } from 'preact/hooks';
import { takenTips, tickedSteps } from '../core/advice/taken-tip';
import { tipDone } from '../core/advice/tip-done';
import { planOn, weekToPlan } from '../core/advice/week-plan';
import type { Result } from '../core/result';
import { attempt } from '../platform/attempt';
import { withDatabase, type Database } from '../store/database';
import { takeTip } from '../store/write/answer-tip';
import { removeAction, writeAction, writePlan } from '../store/write/rows';
import { TipFailure } from '../ui/tip-failure';
import { PlanSection } from '../ui/week/plan-section';
import { ReviewSection } from '../ui/week/review-section';
import type { ChosenPlan, WeekData } from '../ui/week/week-data';
import type { Surroundings } from '../words/surroundings';
import type { PanelData } from './load-panel';
import { loadWeek } from './load-week';

export interface WeekPartProps {
  readonly data: PanelData;
  readonly member: string;
  readonly around: Surroundings;
}

/** The week's plan and its review, which come when the tip is there already: they look at the whole history. */
export function WeekPart({ data, member, around }: WeekPartProps) {
  const { say, today } = around;
  const [loaded, setLoaded] = useState<Result<WeekData>>();
  useEffect(() => {
    let wanted = true;
    // Whatever has changed, the panel has read its own part of it anew.
    void attempt(() => loadWeek(member)).then((week) => {
      if (wanted) setLoaded(week);
    });
    return () => {
      wanted = false;
    };
  }, [data, member]);
  const [failed, setFailed] = useState<Result<void>>();
  if (!loaded) return null;
  if (!loaded.ok) return <TipFailure failure={loaded} say={say} />;
  const week = loaded.value;

  const run = (work: (database: Database) => Promise<Result<void>>) =>
    void attempt(() => withDatabase(work)).then(setFailed);
  const keep = (plan: ChosenPlan) => run((database) => writePlan(database, { ...plan, member }));
  return (
    <>
      <PlanSection
        // Another week begins anew.
        key={(planOn(week.plans, today) ?? weekToPlan(week.plans, today)).week}
        data={week}
        around={around}
        current={takenTips(week)[0]?.id}
        onTick={({ pillar, tip, done }, isDone) => {
          if (isDone) run((database) => writeAction(database, tipDone({ id: tip, pillar }, member, today, Date.now())));
          else if (done) run((database) => removeAction(database, done));
        }}
        onKeep={keep}
        onTake={(tip) => void attempt(() => takeTip(tip, member, tickedSteps(tip, week))).then(setFailed)}
      />
      <TipFailure failure={failed?.ok === false ? failed : undefined} say={say} />
      <ReviewSection data={week} ended={data.ended} around={around} onKeep={keep} />
    </>
  );
}
