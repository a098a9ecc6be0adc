import { useMemo, useRef, useState } from 'preact/hooks';
import type { LocalDay } from '../../core/score/local-day';
import { Icon } from '../../ui/icon';
import { useMeasured } from '../../ui/use-measured';
import { formatWhole } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import { Card } from '../card';
import { CardIcon } from '../card-icon';
import type { ScorecardData } from '../load-scorecard';
import { keyStep, rhythmView, stepTo, weekdayNames, type RhythmDay, type RhythmView } from './rhythm-view';

/** A year of weeks, where there is room for them, and what a week takes, in CSS pixels; with larger text more, for the months' names above. */
const year = 53;
const fewestWeeks = 8;
const weekWidth = 13;
/** Size of the days' names in CSS pixels, and what they take of it for each letter and beside them. */
const nameSize = 11;
const widthOfNames = (names: readonly string[]) => Math.max(...names.map(({ length }) => length)) * 0.62 + 0.6;
/** Of the card at 1280 pixels. */
const expectedWidth = 698;

export interface RhythmCardProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

/** On which days the member read and did something, as a calendar. */
export function RhythmCard({ data, around, mirrored }: RhythmCardProps) {
  const { say } = around;
  const box = useRef<HTMLDivElement>(null);
  const { width, textScale } = useMeasured(box, expectedWidth);
  const names = useMemo(() => widthOfNames(weekdayNames(around.language)), [around.language]);
  const room = width - names * nameSize * textScale;
  const count = Math.max(fewestWeeks, Math.min(year, Math.floor(room / (weekWidth * textScale))));
  const [page, setPage] = useState(0);
  const [asTable, setAsTable] = useState(false);
  const view = useMemo(() => rhythmView(data, { count, page }, around), [data, count, page, around]);
  const turn = (name: 'before' | 'after', by: number, can: boolean) => (
    <button
      type="button"
      class="button-icon"
      aria-label={say(`rhythm_${name}`)}
      title={say(`rhythm_${name}`)}
      aria-disabled={!can}
      onClick={() => {
        if (can) setPage(page + by);
      }}
    >
      <Icon name={name === 'before' ? 'back' : 'right'} size={16} />
    </button>
  );
  return (
    <Card
      id="rhythm"
      class="rhythm"
      title={say('rhythm_title')}
      aside={
        <>
          <span aria-live="polite">{say('scorecard_period', view.from, view.to)}</span>
          <span class="rhythm-turns">
            {turn('before', 1, view.hasOlder)}
            {turn('after', -1, view.hasNewer)}
          </span>
        </>
      }
    >
      <div ref={box} class="rhythm-box">
        <span class="text-probe" aria-hidden="true" />
        {asTable ? (
          <MonthTable view={view} around={around} />
        ) : (
          <Calendar key={page} view={view} mirrored={mirrored} around={around} />
        )}
      </div>
      <div class="rhythm-foot">
        <ul class="legend">
          <li>
            <span class="rhythm-day is-read" />
            {say('rhythm_readings')} <strong>{formatWhole(view.readings, around.language)}</strong>
          </li>
          <li>
            <span class="rhythm-day">
              <span class="rhythm-done background-total" />
            </span>
            {say('weeks_actions')} <strong>{formatWhole(view.actions, around.language)}</strong>
          </li>
        </ul>
        <button
          type="button"
          class="button button-ghost"
          aria-pressed={asTable}
          aria-label={`${say('rhythm_title')}: ${say(asTable ? 'rhythm_as_calendar' : 'scorecard_as_table')}`}
          onClick={() => setAsTable(!asTable)}
        >
          <CardIcon name={asTable ? 'scorecard' : 'table'} />
          {say(asTable ? 'rhythm_as_calendar' : 'scorecard_as_table')}
        </button>
      </div>
    </Card>
  );
}

interface CalendarProps {
  readonly view: RhythmView;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

/** A column a week. One stop for the tab key: arrows go from day to day, and what a day was stands below. */
function Calendar({ view, around: { say }, mirrored }: CalendarProps) {
  const { weeks, weekdays } = view;
  const grid = useRef<HTMLDivElement>(null);
  const days = useMemo(() => weeks.flatMap((week) => week.days.flatMap((day) => day ?? [])), [weeks]);
  const [chosen, setChosen] = useState<LocalDay>();
  const [pointed, setPointed] = useState<LocalDay>();
  const [first, last] = [days[0], days.at(-1)];
  const stop = days.find(({ day }) => day === chosen) ?? last;
  const told = days.find(({ day }) => day === (pointed ?? chosen));

  function press(event: KeyboardEvent): void {
    if (!first || !last || !stop) return;
    const step = keyStep(event.key, mirrored);
    const next =
      event.key === 'Home'
        ? first.day
        : event.key === 'End'
          ? last.day
          : step === undefined
            ? undefined
            : stepTo(stop.day, step, { first: first.day, last: last.day });
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  }

  const dayAt = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-day]')?.dataset['day'] : undefined;
  return (
    <>
      <div
        ref={grid}
        class="rhythm-grid"
        role="grid"
        aria-label={say('rhythm_label')}
        aria-describedby="rhythm-told"
        style={{ '--weeks': weeks.length, '--names': `${widthOfNames(weekdays)}em` }}
        onKeyDown={press}
        onFocusIn={(event) => setChosen(dayAt(event))}
        onFocusOut={() => setChosen(undefined)}
        onPointerOver={(event) => setPointed(dayAt(event))}
        onPointerLeave={() => setPointed(undefined)}
      >
        <div class="rhythm-row rhythm-months" aria-hidden="true">
          <span />
          {weeks.map(({ week, month }) => (
            <span key={week}>{month !== '' && <span class="rhythm-month">{month}</span>}</span>
          ))}
        </div>
        {weekdays.map((name, weekday) => (
          <div key={name} class="rhythm-row" role="row">
            <span class="rhythm-name" role="rowheader">
              {name}
            </span>
            {weeks.map(({ week, days: seven }) => (
              <Day key={week} day={seven[weekday]} isStop={stop?.day === seven[weekday]?.day} />
            ))}
          </div>
        ))}
      </div>
      <p id="rhythm-told" class="hint rhythm-told">
        {told ? told.words : say('rhythm_hint')}
      </p>
    </>
  );
}

function Day({ day, isStop }: { readonly day: RhythmDay | undefined; readonly isStop: boolean }) {
  if (!day) return <span class="rhythm-day is-to-come" role="gridcell" />;
  const { read, done, isToday, words } = day;
  return (
    <span
      class={`rhythm-day${read ? ' is-read' : ''}${isToday ? ' is-today' : ''}`}
      role="gridcell"
      data-day={day.day}
      aria-label={words}
      tabIndex={isStop ? 0 : -1}
    >
      {done !== undefined && <span class={`rhythm-done background-${done}`} />}
    </span>
  );
}

/** The same in numbers: a row for each month with a reading or an action. */
function MonthTable({ view, around: { say } }: Omit<CalendarProps, 'mirrored'>) {
  return (
    <div class="scroller rhythm-table" role="group" tabIndex={0} aria-labelledby="rhythm-heading">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say('rhythm_month')}</th>
            <th scope="col">{say('rhythm_readings')}</th>
            <th scope="col">{say('weeks_actions')}</th>
          </tr>
        </thead>
        <tbody>
          {view.months.map(({ month, readings, actions }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td>{readings}</td>
              <td>{actions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
