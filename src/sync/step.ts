import { millisecondsPerDay } from '../core/score/local-day';
import { sameData } from '../core/rows/same-data';
import type { Result } from '../core/result';
import type { KeptHistory, MetRows } from '../store/write/meet-rows';
import type { SyncState, SyncTrouble } from '../core/sync-state';
import {
  bytesOf,
  chunkKeysOf,
  chunkNumber,
  headKey,
  installationOf,
  mostBytes,
  newInstallation,
  type AreaItems,
  takenOutIn,
} from './area';
import { isOfNewerFormat, writeChunk, type Item } from './chunk';
import type { Cipher } from './cipher';
import { cipherFor, findAll, historiesOf, type CipherOf, type Found } from './found';
import { headOf, type Head, type Private } from './head';
import type { Lives } from './history';
import { meet } from './meet';
import { nextHead } from './next-head';
import { later, livingItemsOf, placedItemsOf, plan, type Horizon } from './plan';

/** Why the browser's sync did not take something. */
export type Refusal = Extract<SyncTrouble, 'full' | 'too-fast' | 'refused'>;

/** The browser's sync, or a test's. A refused write has changed nothing. */
export interface Area {
  read(): Promise<AreaItems | Refusal>;
  set(items: AreaItems): Promise<Refusal | undefined>;
  remove(keys: readonly string[]): Promise<Refusal | undefined>;
}

/** What a step needs of this computer. */
export interface Here {
  readonly area: Area;
  /** `meetRows` of the store. */
  meetRows<Met extends MetRows>(now: number, decide: (here: KeptHistory) => Met): Promise<Result<Met>>;
  /** Takes the settings of others in, and answers with what is stored then. */
  meetSettings(theirs: readonly unknown[]): Promise<Result<unknown>>;
  /** Remembers the state before something depends on it. */
  keepState(state: SyncState): Promise<Result<void>>;
  readonly browser: string;
  readonly system: string;
  readonly cipherOf: CipherOf;
}

/** Whoever was not seen for so long is taken over, in milliseconds. */
export const unseenFor = 90 * millisecondsPerDay;
/** Whoever was not in step for so long is asked before anything of theirs comes in: tombstones do not stand for ever, in milliseconds. */
const awayFor = 400 * millisecondsPerDay;
/** After a refusal nothing is tried for a minute, then two, four … in milliseconds. */
const firstPause = 60_000;
const longestPause = 6 * 3_600_000;
/** Bytes that are left for what others write meanwhile. */
const reserve = 2_048;

/**
 * One step: takes in what others have written, and writes what is missing. At any time, any number of times, stopped anywhere: nothing is
 * lost, for the history here is whole without it. Answers with what is known afterwards. `leaving`: this is the last step, others take over.
 */
export async function step(here: Here, before: SyncState, now: number, leaving = false): Promise<Result<SyncState>> {
  const kept = async (state: SyncState): Promise<Result<SyncState>> => {
    const written = await here.keepState(state);
    return written.ok ? { ok: true, value: state } : written;
  };
  if (before.inStepAt !== undefined && before.inStepAt < now - awayFor) return kept(withTrouble(before, 'away', []));
  const items = await here.area.read();
  if (typeof items === 'string') return kept(withTrouble(before, items, []));
  const out = takenOutIn(items);
  if (out !== undefined && out !== before.takenOut) return takenOut(here, items, { ...before, takenOut: out }, kept);

  const state = withOwnName(before, items);
  const found = await findAll(here.cipherOf, state, items);
  const own = found.find(({ installation }) => installation === state.installation);
  const others = found.filter((one) => one !== own);
  const salt = saltOf(others);
  const met = await here.meetRows(now, (kept) => {
    const meeting = meet(kept, found.flatMap(historiesOf), now);
    const takesSalt = salt !== undefined && salt !== kept.salt && (kept.salt === undefined || salt < kept.salt);
    return {
      ...meeting,
      removals: meeting.history.removals,
      staying: kept.staying,
      memberSalt: takesSalt ? salt : kept.salt,
      ...(takesSalt && { salt }),
    };
  });
  if (!met.ok) return met;
  const settings = await here.meetSettings(others.map(({ privately }) => privately?.settings).filter(isDefined));
  if (!settings.ok) return settings;

  const sightings = sightingsOf(others, state, now);
  const taken = takenOver(others, { ...state, sightings }, now);
  const standing = others.filter((one) => !taken.includes(one));
  const othersBytes = (which: readonly Found[]) =>
    Object.entries(items).reduce(
      (sum, [key, value]) =>
        installationOf(key) === state.installation || which.some(({ keys }) => keys.includes(key))
          ? sum
          : sum + bytesOf(key, value),
      0,
    );
  const cipher = await cipherFor(here.cipherOf, state, state.salt);
  const content: Private = {
    ...(met.value.memberSalt !== undefined && { memberSalt: met.value.memberSalt }),
    ...(settings.value !== undefined && { settings: settings.value }),
    ...(state.name !== undefined && { name: state.name }),
  };
  const headBytes = bytesOf(headKey(state.installation), JSON.stringify(content)) + 600;
  const question = {
    installation: state.installation,
    here: met.value.history,
    staying: met.value.staying,
    own: ownChunks(own, items, state, cipher),
    others: standing.map((one) => ({
      installation: one.installation,
      items: livingItemsOf(historiesOf(one), met.value.history),
    })),
    horizon: standing.map(horizonOf).reduce(later, {}),
    ownHorizon: horizonIn(state),
    now,
    write: (key: string, rows: readonly Item[], lives: Lives) => writeChunk(key, rows, { lives, cipher }),
  };
  let planned = await plan({ ...question, room: mostBytes - othersBytes([]) - headBytes - reserve });
  // Where there is no room for both, what is taken over goes first: every row of it is in the history here.
  const goesFirst = taken.length > 0 && (planned.waiting > 0 || !sameData(planned.ownHorizon, question.ownHorizon));
  if (goesFirst) planned = await plan({ ...question, room: mostBytes - othersBytes(taken) - headBytes - reserve });

  const head = await nextHead(here, state, own, content, planned, cipher, now, leaving);
  const writes = { ...planned.set, ...(head && { [headKey(state.installation)]: head }) };
  const goes = [...planned.remove, ...taken.flatMap(({ keys }) => keys)];
  const { averagesFrom: _, readingsFrom: __, ...rest } = state;
  const told: SyncState = {
    ...rest,
    ...planned.ownHorizon,
    waiting: planned.waiting,
    sightings,
    troubles: troublesOf(others),
    forgotten: state.forgotten.filter((id) => others.some(({ installation }) => installation === id)),
  };
  if (Object.keys(writes).length === 0 && goes.length === 0) return kept({ ...withoutPause(told), inStepAt: now });
  const { pause } = state;
  if (pause !== undefined && pause.until > now && pause.until <= now + longestPause) {
    return kept({
      ...told,
      troubles: [...told.troubles, ...before.troubles.filter(({ trouble }) => isRefusal(trouble))],
    });
  }

  // Remembered before it is written, or a stop in between would look like somebody else's writing.
  const writing = await kept({ ...told, ...(head && { writing: head.wrote }) });
  if (!writing.ok) return writing;
  const refusal = await write(here.area, writes, goes, goesFirst);
  if (refusal === undefined) {
    const { writing: ___, ...done } = writing.value;
    const forgotten = done.forgotten.filter((id) => standing.some(({ installation }) => installation === id));
    return kept({ ...withoutPause(done), forgotten, ...(head && { wrote: head.wrote }), inStepAt: now });
  }
  const refusals = (pause?.refusals ?? 0) + 1;
  const until = now + Math.min(firstPause * 2 ** (refusals - 1), longestPause);
  return kept({ ...withTrouble(writing.value, refusal, []), pause: { until, refusals } });
}

function isDefined<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}

function isRefusal(trouble: SyncTrouble): trouble is Refusal {
  return trouble === 'full' || trouble === 'too-fast' || trouble === 'refused';
}

function withTrouble(state: SyncState, trouble: SyncTrouble, names: readonly string[]): SyncState {
  return {
    ...state,
    troubles: [...state.troubles.filter((known) => known.trouble !== trouble), { trouble, with: [...names] }],
  };
}

function withoutPause({ pause: _, ...state }: SyncState): SyncState {
  return state;
}

function horizonIn({ averagesFrom, readingsFrom }: SyncState | Head): Horizon {
  return { ...(averagesFrom !== undefined && { averagesFrom }), ...(readingsFrom !== undefined && { readingsFrom }) };
}

/** One write for all that is new, and one for what goes. */
async function write(
  area: Area,
  set: AreaItems,
  remove: readonly string[],
  removeFirst: boolean,
): Promise<Refusal | undefined> {
  const works = [
    () => (Object.keys(set).length > 0 ? area.set(set) : Promise.resolve(undefined)),
    () => (remove.length > 0 ? area.remove(remove) : Promise.resolve(undefined)),
  ];
  for (const work of removeFirst ? works.reverse() : works) {
    const refusal = await work();
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** The member has taken everything out on another computer: this one stops, too, and keeps all it has. */
async function takenOut(
  { area }: Here,
  items: AreaItems,
  state: SyncState,
  kept: (state: SyncState) => Promise<Result<SyncState>>,
): Promise<Result<SyncState>> {
  const own = Object.keys(items).filter((key) => installationOf(key) === state.installation);
  if (own.length > 0) {
    const refusal = await area.remove(own);
    if (refusal !== undefined) return kept(withTrouble(state, refusal, []));
  }
  return kept({ ...state, on: false, troubles: [{ trouble: 'taken-out', with: [] }] });
}

/**
 * The state under a name that is this installation's alone. A copied profile, or one brought back from a backup, finds what it did not write;
 * one that was updated back finds what it cannot read. Either goes on under a new name, and what stands is as another computer's.
 */
function withOwnName(state: SyncState, items: AreaItems): SyncState {
  const own = headOf(items[headKey(state.installation)]);
  const isNewer =
    own?.state === 'newer' || chunkKeysOf(items, state.installation).some((key) => isOfNewerFormat(items[key]));
  const isForeign = own?.state === 'read' && own.head.wrote !== state.wrote && own.head.wrote !== state.writing;
  if (!isNewer && !isForeign) return state;
  const { wrote: _, writing: __, ...rest } = state;
  return { ...rest, installation: newInstallation() };
}

/** The salt that all can agree on: the first of all that are told. */
function saltOf(others: readonly Found[]): string | undefined {
  return others
    .map(({ privately }) => privately?.memberSalt)
    .filter(isDefined)
    .sort()[0];
}

/** Own chunks with their items. What is not sealed as it should be now is written again, as what cannot be read is. */
function ownChunks(own: Found | undefined, items: AreaItems, state: SyncState, cipher: Cipher | undefined) {
  const isSealed = own?.head?.state === 'read' ? own.head.head.salt === state.salt : cipher === undefined;
  return new Map(
    (own?.chunks ?? []).map(({ key, history }) => [
      chunkNumber(key) ?? 0,
      {
        value: items[key],
        items: history && isSealed ? placedItemsOf(history) : undefined,
        lives: history?.lives ?? new Map<string, number>(),
      },
    ]),
  );
}

function horizonOf({ head }: Found): Horizon {
  return head?.state === 'read' ? horizonIn(head.head) : {};
}

/** Since when each says what it says, by the clock here: two clocks may be years apart. */
function sightingsOf(others: readonly Found[], { sightings }: SyncState, now: number): SyncState['sightings'] {
  return Object.fromEntries(
    others.map(({ installation, head }) => {
      const wrote = head?.state === 'read' ? head.head.wrote : String(head?.head.seen ?? '');
      const known = sightings[installation];
      return [installation, known?.wrote === wrote && known.since <= now ? known : { wrote, since: now }];
    }),
  );
}

/** Whose rows this installation takes over now: whoever is forgotten here, or gone or unseen and this one is the first of those left. */
function takenOver(others: readonly Found[], state: SyncState, now: number): Found[] {
  const isAway = ({ installation, head }: Found) => {
    const since = state.sightings[installation]?.since ?? now;
    return head?.state === 'read' && (head.head.left === true || since < now - unseenFor);
  };
  const isFirst = others.every((one) => isAway(one) || one.head === undefined || one.installation > state.installation);
  return others.filter(
    (one) =>
      !one.troubles.has('newer') &&
      !one.troubles.has('locked') &&
      (state.forgotten.includes(one.installation) || (isFirst && isAway(one))),
  );
}

/** What others have written that cannot be read here. Own chunks that cannot be read are written again. */
function troublesOf(others: readonly Found[]): SyncState['troubles'] {
  return (['damaged', 'newer', 'locked'] as const)
    .map((trouble) => ({
      trouble,
      with: others.filter(({ troubles }) => troubles.has(trouble)).map(({ installation }) => installation),
    }))
    .filter(({ with: names }) => names.length > 0);
}
