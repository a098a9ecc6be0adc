import { planOn, planSteps } from '../core/advice/week-plan';
import { findTip } from '../core/advice/tips';
import type { WaitingPlan } from '../words/notification-text';
import { succeed, together, type Result } from '../core/result';
import { addDays, mondayOf, type LocalDay } from '../core/score/local-day';
import { withDatabase } from '../store/database';
import { readSelectedMember } from '../store/read/members';
import { readActions, readPlans } from '../store/read/rows';

/**
 * What a reminder says of the plan of who has no score to read: how far this week's is, or that there was one last week and there is none yet. Undefined
 * where nothing waits: all of it is done, or the member makes no plans. Errors: those of the store.
 */
export async function readWaitingPlan(today: LocalDay): Promise<Result<WaitingPlan | undefined>> {
  return withDatabase(async (database) => {
    const member = await readSelectedMember(database);
    if (!member.ok || member.value === undefined) return member.ok ? succeed(undefined) : member;
    const { id } = member.value;
    const rows = await together({ plans: readPlans(database, id), actions: readActions(database, id) });
    if (!rows.ok) return rows;
    const { plans, actions } = rows.value;
    const plan = planOn(plans, today);
    if (!plan) {
      const before = addDays(mondayOf(today), -7);
      return succeed(plans.some(({ week }) => week === before) ? {} : undefined);
    }
    const steps = planSteps(plan, actions);
    const next = steps.find((step) => !step.done);
    const minutes = next && findTip(next.tip)?.minutes;
    if (!next || minutes === undefined) return succeed(undefined);
    const done = steps.filter((step) => step.done).length;
    return succeed({ begun: { done, all: steps.length, pillar: next.pillar, minutes } });
  });
}
