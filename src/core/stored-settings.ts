import * as z from 'zod/mini';
import { defaultSettings, type Settings } from './settings';

const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** A value of the form `schema`, or `otherwise` for anything missing or wrong. */
function or<Schema extends z.ZodMiniType>(schema: Schema, otherwise: z.output<Schema>) {
  return z.catch(schema, otherwise);
}

const { reminder } = defaultSettings;

const storedSettings = z.object({
  reminder: or(
    z.object({
      rhythm: or(z.enum(['weekly', 'weekdays', 'off']), reminder.rhythm),
      weekday: or(z.int().check(z.minimum(1), z.maximum(7)), reminder.weekday),
      time: or(timeOfDay, reminder.time),
      // Stored as `null` when off, because absent means "an older version did not know it".
      quiet: or(z.nullable(z.object({ from: timeOfDay, to: timeOfDay })), reminder.quiet ?? null),
      hideNumbers: or(z.boolean(), reminder.hideNumbers),
    }),
    { ...reminder, quiet: reminder.quiet ?? null },
  ),
  badges: or(z.boolean(), defaultSettings.badges),
  toolbar: or(z.boolean(), defaultSettings.toolbar),
  theme: or(z.enum(['system', 'light', 'dark']), defaultSettings.theme),
});

/** The settings in `stored`, whatever it is: the default for every field that is missing or wrong. */
export function settingsOf(stored: unknown): Settings {
  const parsed = storedSettings.safeParse(stored);
  if (!parsed.success) return defaultSettings;
  const { quiet, ...rest } = parsed.data.reminder;
  return { ...parsed.data, reminder: quiet === null ? rest : { ...rest, quiet } };
}

/** The form in which settings are stored and exported, which `settingsOf` reads. */
export function storedFormOf(settings: Settings): z.input<typeof storedSettings> {
  return { ...settings, reminder: { ...settings.reminder, quiet: settings.reminder.quiet ?? null } };
}
