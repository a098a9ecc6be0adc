import { defaultSettings, type Settings } from './settings';

/** Written out and not as a schema: content script and popup read settings, too, and would bring the whole validation library with them. */
type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(stored: unknown): Fields {
  return typeof stored === 'object' && stored !== null ? (stored as Fields) : {};
}

/** What is stored where it is one of `choices`, otherwise the default. */
function oneOf<Value>(choices: readonly Value[], stored: unknown, otherwise: Value): Value {
  return choices.find((choice) => choice === stored) ?? otherwise;
}

function isTimeOfDay(stored: unknown): stored is string {
  return typeof stored === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(stored);
}

/** Stored as `null` when off, because absent means "an older version did not know it". */
function quietOf(stored: unknown): Settings['reminder']['quiet'] {
  const { from, to } = fieldsOf(stored);
  if (isTimeOfDay(from) && isTimeOfDay(to)) return { from, to };
  return stored === null ? undefined : defaultSettings.reminder.quiet;
}

/** The settings in `stored`, whatever it is: the default for every field that is missing or wrong. */
export function settingsOf(stored: unknown): Settings {
  const { reminder: storedReminder, badges, toolbar, theme } = fieldsOf(stored);
  const { rhythm, weekday, time, quiet: storedQuiet, hideNumbers } = fieldsOf(storedReminder);
  const { reminder, ...rest } = defaultSettings;
  const quiet = quietOf(storedQuiet);
  return {
    reminder: {
      rhythm: oneOf(['weekly', 'weekdays', 'off'], rhythm, reminder.rhythm),
      weekday: oneOf([1, 2, 3, 4, 5, 6, 7], weekday, reminder.weekday),
      time: isTimeOfDay(time) ? time : reminder.time,
      ...(quiet && { quiet }),
      hideNumbers: oneOf([true, false], hideNumbers, reminder.hideNumbers),
    },
    badges: oneOf([true, false], badges, rest.badges),
    toolbar: oneOf([true, false], toolbar, rest.toolbar),
    theme: oneOf(['system', 'light', 'dark'], theme, rest.theme),
  };
}

/** The form in which settings are stored and exported, which `settingsOf` reads. */
export function storedFormOf(settings: Settings): Fields {
  return { ...settings, reminder: { ...settings.reminder, quiet: settings.reminder.quiet ?? null } };
}
