import { addDays, type LocalDay } from '../core/score/local-day';
import { removalKey } from '../core/rows/removal';
import { memberOfRow, rowKinds } from '../core/rows/row-kinds';
import { sameData } from '../core/rows/same-data';
import { isDeleted, isOutlived } from '../core/rows/tombstone';
import { chunkKey } from './area';
import type { Item } from './chunk';
import { keyText, livesOf, type History, type Lives } from './history';
import { layOut, type Layout, type OwnChunks, type PlacedItem, type Verdict } from './layout';

/** What is left out so that the rest has room; absent while nothing is. */
export interface Horizon {
  /** Averages of earlier days do not travel. */
  readonly averagesFrom?: LocalDay;
  /** Readings of earlier days do not travel: they stay on each computer that has them. */
  readonly readingsFrom?: LocalDay;
}

/** What another installation has written. */
interface Others {
  readonly installation: string;
  readonly items: ReadonlyMap<string, Item>;
}

export interface PlanQuestion {
  readonly installation: string;
  readonly here: History;
  /** Profiles that came from somebody else's file: they do not travel. */
  readonly staying: ReadonlySet<string>;
  readonly own: OwnChunks;
  readonly others: readonly Others[];
  /** What others leave out, so that nobody fills the room that somebody made. */
  readonly horizon: Horizon;
  /** What this installation leaves out already. */
  readonly ownHorizon: Horizon;
  /** Bytes that its chunks may take. */
  readonly room: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly write: (key: string, items: readonly Item[], lives: Lives) => Promise<string>;
}

/** What is to be written, and what is left out. */
export interface Plan extends Layout {
  readonly ownHorizon: Horizon;
  /** How many rows are not in the sync though they should be. */
  readonly waiting: number;
}

/** A name for an item, unique among all. */
function nameOf({ kind, row }: Item): string {
  return kind === 'removals' ? `removals ${removalKey(row)}` : `${kind} ${keyText(kind, row)}`;
}

/** The items of histories, by their names, but for rows of a life of their profile that is over, as `here` knows it. */
export function livingItemsOf(histories: readonly History[], here: History): Map<string, Item> {
  const lives = livesOf(here.removals);
  const isOver = (item: Item, told: Lives) => {
    const member = item.kind === 'removals' ? undefined : memberOfRow(item.row);
    return member !== undefined && (told.get(member) ?? 1) < (lives.get(member) ?? 1);
  };
  return new Map(
    histories.flatMap((history) =>
      [...itemsOf(history)].filter(([, item]) => !isOver(item, history.lives ?? new Map())),
    ),
  );
}

/** The items of a history by their names. */
function itemsOf({ rows, removals }: History): Map<string, Item> {
  const items: Item[] = [
    ...removals.map((row): Item => ({ kind: 'removals', row })),
    ...rowKinds.flatMap((kind) => rows[kind].map((row): Item => ({ kind, row }))),
  ];
  return new Map(items.map((item) => [nameOf(item), item]));
}

export function placedItemsOf(history: History): PlacedItem[] {
  return [...itemsOf(history)].map(([name, item]) => ({ name, item }));
}

/**
 * What this installation has to write, so that all that is here is in the sync once. A row that somebody else has written already is theirs;
 * of two who both have, the one whose name comes first keeps it. So whatever nobody has any more is taken up by whoever is next.
 */
export async function plan(question: PlanQuestion): Promise<Plan> {
  const { ownHorizon, horizon } = question;
  const asBefore = await planWithin(question, later(ownHorizon, horizon));
  // What was left out once comes in again when there is much room.
  if (asBefore.bytes <= question.room && !(isSet(ownHorizon) && asBefore.bytes < question.room * 0.6)) {
    return { ...asBefore, ownHorizon };
  }
  const days = daysIn(question.here);
  const isTooMuch = asBefore.bytes > question.room;
  const averages = await leastThatFits(
    stepsFrom(days, isTooMuch ? ownHorizon.averagesFrom : undefined),
    (averagesFrom) => within(question, { averagesFrom }),
  );
  if (averages) return averages;
  const averagesFrom = nextDay(days);
  const readings = await leastThatFits(stepsFrom(days, ownHorizon.readingsFrom), (readingsFrom) =>
    within(question, { averagesFrom, readingsFrom }),
  );
  // Others take all the room: nothing is written, and everything waits.
  return readings ?? { set: {}, remove: [], bytes: 0, tooLong: 0, ownHorizon, waiting: asBefore.waiting };
}

/** The plan with that horizon, written anew; undefined when it has no room. */
async function within(question: PlanQuestion, ownHorizon: Horizon): Promise<Plan | undefined> {
  const planned = await planWithin(question, later(ownHorizon, question.horizon), true);
  return planned.bytes <= question.room * slack ? { ...planned, ownHorizon } : undefined;
}

/** The plan of the first of `days` with which everything fits, given that all later ones fit, too; undefined when none does. */
async function leastThatFits(
  days: readonly LocalDay[],
  planFrom: (day: LocalDay) => Promise<Plan | undefined>,
): Promise<Plan | undefined> {
  let found: Plan | undefined;
  for (let [low, high] = [0, days.length]; low < high;) {
    const middle = Math.floor((low + high) / 2);
    const planned = await planFrom(days[middle] ?? '');
    if (planned) [found, high] = [planned, middle];
    else low = middle + 1;
  }
  return found;
}

/** Whoever makes room makes some more, or the next reading would have to make room again. */
const slack = 0.95;

function isSet({ averagesFrom, readingsFrom }: Horizon): boolean {
  return averagesFrom !== undefined || readingsFrom !== undefined;
}

/** The later of both days of two horizons. */
export function later(one: Horizon, other: Horizon): Horizon {
  const day = (name: keyof Horizon) => [one[name] ?? '', other[name] ?? ''].sort().at(-1) ?? '';
  const [averagesFrom, readingsFrom] = [day('averagesFrom'), day('readingsFrom')];
  return { ...(averagesFrom !== '' && { averagesFrom }), ...(readingsFrom !== '' && { readingsFrom }) };
}

function daysIn({ rows }: History): LocalDay[] {
  return [...new Set(rows.snapshots.map(({ day }) => day))].sort();
}

/** Some twenty days after `from`, and the day after the last. */
function stepsFrom(days: readonly LocalDay[], from: LocalDay | undefined): LocalDay[] {
  const left = days.filter((day) => from === undefined || day > from);
  const step = Math.max(1, Math.ceil(left.length / 20));
  return [...left.filter((_, index) => index > 0 && index % step === 0), nextDay(days)];
}

/** The day after all. */
function nextDay(days: readonly LocalDay[]): LocalDay {
  return addDays(days.at(-1) ?? '1970-01-01', 1);
}

async function planWithin(question: PlanQuestion, horizon: Horizon, anew = false): Promise<Omit<Plan, 'ownHorizon'>> {
  const { installation, here, own, others, now, write } = question;
  const known = itemsOf(here);
  const lives = livesOf(here.removals);
  const ours = new Map([...own.values()].flatMap(({ items }) => items ?? []).map(({ name, item }) => [name, item]));
  const wanted = new Map<string, Item>();
  let leftOut = 0;
  for (const [name, item] of known) {
    const travelling = travels(question, horizon, item);
    if (travelling === undefined) continue;
    if (travelling === 'later') {
      leftOut += 1;
      continue;
    }
    const isWritten = (written: Item | undefined) =>
      written !== undefined && (sameData(written.row, travelling.row) || sameData(written.row, item.row));
    const theirs = others.filter(({ items }) => isWritten(items.get(name)));
    const isOurs = isWritten(ours.get(name));
    const isTheirs = isOurs ? theirs.some((other) => other.installation < installation) : theirs.length > 0;
    if (!isTheirs) wanted.set(name, travelling);
  }
  const verdictOn = (name: string, item: Item): Verdict => {
    const next = wanted.get(name);
    if (next !== undefined) return sameData(next.row, item.row) ? 'stays' : 'changed';
    const now = known.get(name);
    return now === undefined || (isDeleted(now.row) && !isDeleted(item.row)) ? 'must-go' : 'stale';
  };
  const laid = await layOut(installation, anew ? new Map() : own, wanted, verdictOn, lives, (key, items) =>
    write(key, items, lives),
  );
  const remove = anew ? replaced(own, installation, laid) : laid.remove;
  return { ...laid, remove, waiting: leftOut + laid.tooLong };

  /** What of an item travels; `later` for what has no room, undefined for what stays here. */
  function travels(
    { staying }: PlanQuestion,
    { averagesFrom, readingsFrom }: Horizon,
    item: Item,
  ): Item | 'later' | undefined {
    if (item.kind === 'removals') return item;
    if (staying.has(memberOfRow(item.row)) || isOutlived(item.row, now)) return undefined;
    if (!('average' in item.row)) return item;
    if (readingsFrom !== undefined && item.row.day < readingsFrom) return 'later';
    return averagesFrom !== undefined && item.row.day < averagesFrom
      ? { ...item, row: { ...item.row, average: {} } }
      : item;
  }
}

/** The chunks that the new ones do not take the place of. */
function replaced(own: OwnChunks, installation: string, { set }: Layout): string[] {
  return [...own.keys()].map((number) => chunkKey(installation, number)).filter((key) => !(key in set));
}
