import type { LocalDay } from '../core/score/local-day';
import { formatDay } from '../words/format-day';
import type { Surroundings } from '../words/surroundings';
import { Field } from './field';

export interface DayFieldProps {
  readonly around: Surroundings;
  readonly class?: string;
  /** Whatever the member has typed so far; not yet a day, perhaps. */
  readonly day: string;
  readonly onDay: (typed: string) => void;
  readonly earliest?: LocalDay;
}

/** A day of the past or today, with its label. */
export function DayField({ around, day, onDay, earliest, ...place }: DayFieldProps) {
  const { say, today, language } = around;
  const wanted =
    earliest === undefined ? say('day_wanted') : say('day_wanted_from', formatDay(earliest, today, language));
  return (
    <Field label={say('chart_day')} wanted={wanted} {...place}>
      {(control) => (
        <input
          {...control}
          class="input"
          type="date"
          required
          {...(earliest !== undefined && { min: earliest })}
          max={today}
          value={day}
          onInput={(event) => onDay(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
