import { canonicalJson } from './rows/canonical-json';
import { badgesOf } from './badges-setting';
import { sameData } from './rows/same-data';
import { changeInstant } from './rows/tombstone';

/** Written out and not as a schema: content script and popup read settings too, and would bring the whole validation library with them. */
type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(stored: unknown): Fields {
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

/** The form in which settings are stored and exported, which `settingsOf` reads. */
export function storedFormOf(settings: Settings): Fields {
  return { ...settings, reminder: { ...settings.reminder, quiet: settings.reminder.quiet ?? null } };
}

/** When each setting was changed last, epoch milliseconds, by its path: `reminder.time`. Stored beside the settings. */
type ChangedAt = Readonly<Record<string, number>>;

function changedAtIn(stored: unknown): ChangedAt {
  return Object.fromEntries(
    Object.entries(fieldsOf(fieldsOf(stored)['changedAt'])).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]) && entry[1] >= 0,
    ),
  );
}

/** The stored form by paths. */
function pathsOf(form: Fields): Map<string, unknown> {
  const { reminder, ...rest } = form;
  const inner = Object.entries(fieldsOf(reminder)).map(([name, value]) => [`reminder.${name}`, value] as const);
  return new Map([...Object.entries(rest), ...inner]);
}

function formOf(paths: ReadonlyMap<string, unknown>): Fields {
  const isInner = (path: string) => path.startsWith('reminder.');
  const entries = [...paths];
  return {
    ...Object.fromEntries(entries.filter(([path]) => !isInner(path))),
    reminder: Object.fromEntries(
      entries.filter(([path]) => isInner(path)).map(([path, value]) => [path.slice('reminder.'.length), value]),
    ),
  };
}

/** What is stored when `stored` is changed to `settings` at `now` (epoch milliseconds): each setting remembers its last change. */
export function changedForm(stored: unknown, settings: Settings, now: number): Fields {
  const before = pathsOf(storedFormOf(settingsOf(stored)));
  const after = storedFormOf(settings);
  const changedAt: Record<string, number> = { ...changedAtIn(stored) };
  for (const [path, value] of pathsOf(after)) {
    if (!sameData(value, before.get(path))) changedAt[path] = changeInstant(changedAt[path], now);
  }
  return Object.keys(changedAt).length === 0 ? after : { ...after, changedAt };
}

/** Stored settings as they are stored now, whatever stood there: for what comes from a file or another computer. */
export function cleanForm(stored: unknown): Fields {
  const changedAt = changedAtIn(stored);
  return { ...storedFormOf(settingsOf(stored)), ...(Object.keys(changedAt).length > 0 && { changedAt }) };
}

/**
 * What is stored when two computers meet: of each setting the one that was changed later, and of one that neither is known to have changed
 * the one that differs from its default. Undefined when nothing was ever chosen on either.
 */
export function mergedSettings(one: unknown, other: unknown): Fields | undefined {
  if (one === undefined || other === undefined) {
    const only = one ?? other;
    return only === undefined ? undefined : cleanForm(only);
  }
  const merged = new Map<string, unknown>();
  const changedAt: Record<string, number> = {};
  const [ours, theirs] = [pathsOf(storedFormOf(settingsOf(one))), pathsOf(storedFormOf(settingsOf(other)))];
  const [ourTimes, theirTimes] = [changedAtIn(one), changedAtIn(other)];
  const defaults = pathsOf(storedFormOf(defaultSettings));
  for (const [path, value] of ours) {
    const against = theirs.get(path);
    const rank = (choice: unknown, at: number | undefined) => at ?? (sameData(choice, defaults.get(path)) ? -2 : -1);
    const [our, their] = [rank(value, ourTimes[path]), rank(against, theirTimes[path])];
    const isOurs = our === their ? canonicalJson(value) <= canonicalJson(against) : our > their;
    merged.set(path, isOurs ? value : against);
    const at = isOurs ? ourTimes[path] : theirTimes[path];
    if (at !== undefined) changedAt[path] = at;
  }
  return { ...formOf(merged), ...(Object.keys(changedAt).length > 0 && { changedAt }) };
}
