import { useId } from 'preact/hooks';
import { allHabits, habits, isTicked, tickedHabits, type Habit } from '../../core/rows/habit';
import type { OwnCheck } from '../../core/rows/own-check';
import { addDays, mondayOf, type LocalDay } from '../../core/score/local-day';
import { pillars } from '../../core/score/pillar';
import { formatDay } from '../../words/format-day';
import { formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';
import { PillarKey } from '../pillar-key';
import { HabitRing } from './habit-ring';

export interface OwnCheckSectionProps {
  readonly checks: readonly OwnCheck[];
  readonly around: Surroundings;
  readonly onTick: (week: LocalDay, habit: Habit, ticked: boolean) => void;
}

/** So many weeks stand beside each other. */
const weeksShown = 8;

/** What the member says they did this week in the four areas. Never a score, and never beside one on a line or ring. */
export function OwnCheckSection({ checks, around, onTick }: OwnCheckSectionProps) {
  const { say, today, language } = around;
  const id = useId();
  const week = mondayOf(today);
  const check = checks.find((one) => one.week === week);
  const all = formatWhole(allHabits.length, language);
  return (
    <section class="own-check" aria-labelledby={id}>
      <div class="week-head">
        <h2 id={id} class="card-title week-title" tabIndex={-1}>
          {say('check_title')}
        </h2>
        <span class="quiet week-end">{say('check_week', formatDay(week, today, language))}</span>
      </div>
      <div class="own-check-parts">
        <HabitRing
          check={check}
          count={formatWhole(tickedHabits(check), language)}
          caption={say('check_of_habits', all)}
        />
        <div class="own-check-areas">
          {pillars.map((pillar) => (
            <fieldset key={pillar}>
              <legend>
                <PillarKey pillar={pillar} />
                {pillarName(pillar, say)}
              </legend>
              {habits[pillar].map((habit) => (
                <label key={habit} class="own-check-habit">
                  <input
                    type="checkbox"
                    checked={isTicked(check, habit)}
                    onChange={(event) => onTick(week, habit, event.currentTarget.checked)}
                  />
                  {say(`habit_${habit}`)}
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      </div>
      <div class="own-check-foot">
        <p class="week-note">{say('check_promise')}</p>
        <Bars checks={checks} week={week} around={around} />
      </div>
    </section>
  );
}

/** The last eight weeks as bars in ink, the present one last. */
function Bars({ checks, week, around }: Pick<OwnCheckSectionProps, 'checks' | 'around'> & { readonly week: LocalDay }) {
  const { say, today, language } = around;
  const all = formatWhole(allHabits.length, language);
  const weeks = Array.from({ length: weeksShown }, (_, index) => {
    const monday = addDays(week, 7 * (index + 1 - weeksShown));
    return { monday, count: tickedHabits(checks.find((one) => one.week === monday)) };
  });
  const told = weeks
    .filter(({ count }) => count > 0)
    .map(({ monday, count }) =>
      [
        say('check_week', formatDay(monday, today, language)),
        say('check_ticked', formatWhole(count, language), all),
      ].join(say('list_comma')),
    );
  return (
    <svg
      class="own-check-bars"
      width="117"
      height="26"
      viewBox="0 0 117 26"
      role="img"
      aria-label={[say('check_weeks'), ...told].join(`${say('list_stop')} `)}
    >
      {weeks.map(({ monday, count }, index) => {
        const height = count === 0 ? 2 : Math.max(4, (24 * count) / allHabits.length);
        return (
          <rect
            key={monday}
            x={index * 15}
            y={25 - height}
            width="12"
            height={height}
            rx="1.5"
            class={count === 0 ? 'own-check-none' : 'own-check-bar'}
          />
        );
      })}
    </svg>
  );
}
