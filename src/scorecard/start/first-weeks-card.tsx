import { useMemo } from 'preact/hooks';
import type { Settings } from '../../core/settings';
import { formatTime, formatWeekdayName } from '../../words/format-day';
import { formatWhole } from '../../words/format-number';
import { totalMaximum } from '../../core/score/pillar';
import type { Surroundings } from '../../words/surroundings';
import { Card } from '../card';
import { changeSettings } from '../commands';
import { AddDay } from '../history/add-day';
import type { ScorecardData } from '../load-scorecard';
import { Switch } from '../switch';
import { useRun } from '../toast';
import { firstDot, firstSteps, type FirstDot } from './first-weeks-view';

export interface FirstWeeksCardProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** There is one reading and no line yet: the card stands in the history's place. */
  readonly isHistory: boolean;
}

/** What a new history comes to tell, and when. */
export function FirstWeeksCard({ data, around, isHistory }: FirstWeeksCardProps) {
  const { say } = around;
  const steps = useMemo(() => firstSteps(data.history, around), [data.history, around]);
  const dot = useMemo(() => firstDot(data.history, around), [data.history, around]);
  return (
    <Card
      id={isHistory ? 'history' : 'first-weeks'}
      class="first-weeks"
      title={say('start_title')}
      aside={<span>{say('start_hint')}</span>}
    >
      {isHistory && dot && <FirstChart dot={dot} around={around} />}
      <ol class="first-steps">
        {steps.map(({ id, isDone, when, text }) => (
          <li key={id} class={isDone ? 'first-step is-done' : 'first-step'}>
            <strong>
              {when}
              {isDone && <span class="visually-hidden">, {say('tip_card_done')}</span>}
            </strong>
            <span class="quiet">{text}</span>
          </li>
        ))}
      </ol>
      {isHistory && (
        <>
          <ReminderRow settings={data.settings} around={around} />
          <div class="history-foot">
            <p class="hint">{say('chart_first')}</p>
            <AddDay data={data} around={around} />
          </div>
        </>
      )}
    </Card>
  );
}

/** The first reading, and the days of the four weeks to come as rings: no line, since nothing is foretold. */
function FirstChart({ dot, around: { say, language } }: { readonly dot: FirstDot; readonly around: Surroundings }) {
  const { value, height, lines, weeks } = dot;
  const [today] = weeks;
  return (
    <figure class="first-chart">
      <figcaption class="hint">{say('scorecard_pane_total', formatWhole(totalMaximum, language))}</figcaption>
      <div class="first-plot" aria-hidden="true">
        {lines.map((line) => (
          <span key={line.label} class="first-line" style={{ insetBlockEnd: `${line.height * 100}%` }}>
            <span class="first-line-label">{line.label}</span>
          </span>
        ))}
        <div class="first-room">
          <span
            class="first-dot"
            style={{ insetBlockEnd: `${height * 100}%`, insetInlineStart: `${(today?.place ?? 0) * 100}%` }}
          >
            <strong class="first-value">{value}</strong>
          </span>
          {weeks.map(({ day, place }, index) =>
            index === 0 ? null : <span key={day} class="first-ring" style={{ insetInlineStart: `${place * 100}%` }} />,
          )}
        </div>
      </div>
      <div class="first-days" aria-hidden="true">
        {weeks.map(({ day, label, place }) => (
          <span key={day} class="first-day" style={{ insetInlineStart: `${place * 100}%` }}>
            <span>{label}</span>
          </span>
        ))}
      </div>
      <p class="visually-hidden">{say('scorecard_spoken_value', today?.label ?? '', value)}</p>
    </figure>
  );
}

/** The weekly reminder, where its use is seen. */
function ReminderRow({ settings, around }: { readonly settings: Settings; readonly around: Surroundings }) {
  const { say, language } = around;
  const run = useRun();
  const { rhythm, weekday, time } = settings.reminder;
  const on = rhythm !== 'off';
  // In this month the first is a Monday.
  const day =
    rhythm === 'weekdays' ? say('settings_rhythm_weekdays') : formatWeekdayName(`2024-01-0${weekday}`, language);
  const at = formatTime(Date.parse(`2024-01-01T${time}Z`), 'UTC', language);
  return (
    <div class="inset first-reminder">
      <Switch
        label={say('settings_reminder')}
        hint={[day, at].join(say('list_comma'))}
        on={on}
        onSwitch={(next) =>
          void run(
            changeSettings((stored) => ({
              ...stored,
              reminder: { ...stored.reminder, rhythm: next ? 'weekly' : 'off' },
            })),
          )
        }
      />
      <a href="#settings">{say('start_other_day')}</a>
    </div>
  );
}
