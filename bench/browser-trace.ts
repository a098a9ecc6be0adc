import type { CDPSession } from '@playwright/test';

/** One event of Chromium's trace (Trace Event Format): times in microseconds of one clock for all processes. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  /** Phase: `X` complete, `I` instant, `R` mark, `B` and `E` begin and end. */
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** How much of `dur` its thread had a processor, in microseconds; absent where the system does not tell. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: Readonly<Record<string, unknown>>; readonly [key: string]: unknown };
}

/** What one document's main thread did. Times in milliseconds since its navigation started. */
export interface DocumentTrace {
  /** When the navigation started, in microseconds of the trace's clock. */
  readonly start: number;
  /** Every event of its main thread from then on, by time. */
  readonly events: readonly TraceEvent[];
}

/** Painting, navigations and marks: enough to say when a page was painted, little enough to trace many pages at once. */
const paintingCategories = ['devtools.timeline', 'blink.user_timing', 'loading'];

/** Also every task, timer and frame. */
const taskCategories = [...paintingCategories, 'disabled-by-default-devtools.timeline'];

/** How much is recorded: `all` is also what V8 does, and the store. To end a trace takes the longer, the more there is in it. */
const categories = {
  painting: paintingCategories,
  tasks: taskCategories,
  store: [...taskCategories, 'IndexedDB'],
  all: [...taskCategories, 'v8', 'IndexedDB'],
} as const;

/** The mark that says that a page was looked at long enough: what comes after it, its closing for one, is not its own doing. */
export const measuredMark = 'bench-measured';

/**
 * Records what the whole browser does while `work` runs, on its own clocks. `session` must be the browser's, not a page's. Ending a trace in
 * which a process went away takes Chromium 5 s: open the empty tab before it, close it after it, or trace many pages at once.
 */
export async function recordTrace(
  session: CDPSession,
  detail: keyof typeof categories,
  work: () => Promise<void>,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => {
    for (const event of value as TraceEvent[]) events.push(event);
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [...categories[detail]],
    },
  });
  try {
    await work();
  } finally {
    const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
  }
  return events.sort((one, other) => one.ts - other.ts);
}

/**
 * The main threads of the documents that were opened at `address`, in that order, each up to its `measuredMark`. Throws when there are not `count`
 * of them, or one has no mark.
 */
export function documentTraces(events: readonly TraceEvent[], address: string, count: number): DocumentTrace[] {
  const navigations = events.filter(
    ({ name, args }) => name === 'navigationStart' && args.data?.['documentLoaderURL'] === address,
  );
  if (navigations.length !== count) throw new Error(`${navigations.length} navigations to ${address}, not ${count}.`);
  const marks = events.filter(({ name, cat }) => name === measuredMark && cat.includes('user_timing'));
  return navigations.map(({ pid, tid, ts: start }) => {
    const end = marks.find(({ ts }) => ts > start)?.ts;
    if (end === undefined) throw new Error(`A page at ${address} has no mark of its end.`);
    return {
      start,
      events: events.filter((event) => event.pid === pid && event.tid === tid && event.ts >= start && event.ts < end),
    };
  });
}

/** An instant of the trace's clock in milliseconds since the document's navigation. */
export function since(trace: DocumentTrace, instant: number): number {
  return (instant - trace.start) / 1000;
}

/** When an event ends, in microseconds of the trace's clock. */
export function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}
