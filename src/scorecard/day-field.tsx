import type { LocalDay } from '../core/score/local-day';

export interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  /** Whatever the member has typed so far; not yet a day, perhaps. */
  readonly day: string;
  readonly onDay: (typed: string) => void;
  readonly earliest?: LocalDay;
  readonly latest: LocalDay;
}

/** A day of the past, with its label. */
export function DayField({ id, label, day, onDay, earliest, latest }: DayFieldProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="date"
        required
        {...(earliest !== undefined && { min: earliest })}
        max={latest}
        value={day}
        onInput={(event) => onDay(event.currentTarget.value)}
      />
    </>
  );
}
