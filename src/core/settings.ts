import { badgesOf } from './badges-setting';

/** Written out and not as a schema: content script and popup read settings too, and would bring the whole validation library with them. */
export type Fields = Readonly<Record<string, unknown>>;

/** What is stored, by its fields; none where it is something else. */
export function fieldsOf(stored: unknown): Fields {
  return typeof stored === 'object' && stored !== null ? (stored as Fields) : {};
}

/** A setting: what is stored where it is one of `choices`, otherwise its default. */
function oneOf<const Value>(choices: readonly Value[], otherwise: NoInfer<Value>): (stored: unknown) => Value {
  return (stored) => choices.find((choice) => choice === stored) ?? otherwise;
}

const onOrOff = (otherwise: boolean) => oneOf([true, false], otherwise);

function isTimeOfDay(stored: unknown): stored is string {
  return typeof stored === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(stored);
}

const timeOfDay = (otherwise: string) => (stored: unknown) => (isTimeOfDay(stored) ? stored : otherwise);

/** The settings of the reminder but for its quiet hours, each with its default. */
const reminderSettings = {
  rhythm: oneOf(['weekly', 'weekdays', 'off'], 'weekly'),
  /** ISO weekday of the weekly reminder, 1 (Monday) to 7. */
  weekday: oneOf<number>([1, 2, 3, 4, 5, 6, 7], 5),
  /** Local time of day, `HH:MM`. */
  time: timeOfDay('09:00'),
  /** Keep scores out of notifications. */
  hideNumbers: onOrOff(false),
};

/** All others, each with its default: stored settings of an older version stay valid. */
const otherSettings = {
  /** Badges on the SSI page. */
  badges: badgesOf,
  /** Score on the toolbar icon. */
  toolbar: onOrOff(true),
  theme: oneOf(['system', 'light', 'dark'], 'system'),
  /** The name of the profile on pictures, saved charts and prints. */
  nameOnPictures: onOrOff(false),
  /** The member's own check. `auto`: by `isOwnCheckShown`. */
  ownCheck: oneOf(['auto', 'shown', 'hidden'], 'auto'),
};

type Read<Of extends Readonly<Record<string, (stored: unknown) => unknown>>> = {
  readonly [Name in keyof Of]: ReturnType<Of[Name]>;
};

/** What the member chose. */
export interface Settings extends Read<typeof otherSettings> {
  readonly reminder: Read<typeof reminderSettings> & {
    /** Local times of day between which nothing is shown; may cross midnight. Absent when off. */
    readonly quiet?: { readonly from: string; readonly to: string };
  };
}

function read<Of extends Readonly<Record<string, (stored: unknown) => unknown>>>(of: Of, stored: unknown): Read<Of> {
  const fields = fieldsOf(stored);
  return Object.fromEntries(Object.entries(of).map(([name, setting]) => [name, setting(fields[name])])) as Read<Of>;
}

const defaultQuiet = { from: '20:00', to: '08:00' };

/** Stored as `null` when off, because absent means "an older version did not know it". */
function quietOf(stored: unknown): Settings['reminder']['quiet'] {
  const { from, to } = fieldsOf(stored);
  if (isTimeOfDay(from) && isTimeOfDay(to)) return { from, to };
  return stored === null ? undefined : defaultQuiet;
}

/** The settings in `stored`, whatever it is: the default for every field that is missing or wrong. */
export function settingsOf(stored: unknown): Settings {
  const { reminder } = fieldsOf(stored);
  const quiet = quietOf(fieldsOf(reminder)['quiet']);
  return {
    reminder: { ...read(reminderSettings, reminder), ...(quiet && { quiet }) },
    ...read(otherSettings, stored),
  };
}

export const defaultSettings: Settings = {
  reminder: { ...read(reminderSettings, undefined), quiet: defaultQuiet },
  ...read(otherSettings, undefined),
};
