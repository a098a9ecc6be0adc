import { canonicalJson } from './rows/canonical-json';
import { sameData } from './rows/same-data';
import { changeInstant } from './rows/tombstone';
import { defaultSettings, fieldsOf, settingsOf, type Fields, type Settings } from './settings';

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
