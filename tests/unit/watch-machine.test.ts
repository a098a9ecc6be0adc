import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Anchors, PageResult, ReadingResult } from '../../src/content/page/page-result';
import type { Place } from '../../src/content/page/read-page';
import { step } from '../../src/content/page/watch-machine';
import {
  initialState,
  type Finding,
  type Message,
  type Purpose,
  type WatchEvent,
  type WatchState,
} from '../../src/content/page/watch-state';
import { watchTimes } from '../../src/content/page/watch-times';

const group = { total: 31, scores: { brand: 11, people: 6, insights: 5, relationships: 9 } };

function reading(people: number, complete = true): ReadingResult {
  const scores = { brand: 13, people, insights: 1, relationships: 3 };
  return {
    state: 'reading',
    numbers: {
      source: 'bars',
      scores,
      total: 17 + people,
      shownTotal: Math.round(17 + people),
      rank: complete ? { industry: 75, network: 81 } : {},
      average: complete ? { industry: group, network: group } : {},
    },
    // No element is ever looked at here.
    anchors: { pillars: {} } as Anchors,
  };
}

const whole = reading(3.68);
const other = reading(4.68);
const half = reading(3.68, false);
const report = { checks: [], skeleton: '' };
const unknownPage: PageResult = { state: 'not-recognised', report };

/** A tab as `watchPage` sees it: what is told of it, and what runs in it. A frame is drawn every 16 ms while it is shown. */
class Tab {
  state: WatchState = initialState;
  readonly told: Message[] = [];
  /** What was told, in a word each: the score of "people", a state, or `gone`. */
  readonly words: unknown[] = [];
  /** How the page was looked at, in order; `again` where what was read before was enough. */
  readonly looks: (Purpose | 'again')[] = [];
  /** Numbers of messages that nobody has dealt with. */
  unanswered: number[] = [];
  place: Place = 'ssi';
  visible = true;
  prerendering = false;
  frozen = false;
  ended = false;
  #page: PageResult = { state: 'not-yet' };
  #painting = 0;
  #at = 1000;

  /** Everything that must hold after every event, whatever came before. */
  happens(event: Record<string, unknown> & { readonly type: WatchEvent['type'] }): void {
    const before = this.state;
    const { state, effects } = step(before, { at: this.#at, ...event } as WatchEvent);
    this.state = state;
    const isLooking = state.phase === 'looking';
    const problem = (what: string) => new Error(`${what}, after ${event.type} in ${before.phase}`);
    if (!isLooking && (state.look ?? state.deadline ?? state.frame) !== undefined) throw problem('something runs');
    if (!state.visible && state.deadline !== undefined) throw problem('a hidden tab is given up');
    if ((state.phase === 'read') !== (state.told !== undefined) && !isLooking) throw problem('read or not');
    if (this.prerendering && !this.ended && state.phase !== 'prerendering')
      throw problem('looked at before anybody came');
    if (this.place !== 'ssi' && (isLooking || state.told)) throw problem('another page is watched');
    if (this.ended && effects.length + Number(state.phase !== 'ended') > 0) throw problem('it has not ended');
    effects.forEach((effect, index) => {
      if (effect.type !== 'gone' && index < effects.length - 1) throw problem('answered before all is done');
      if (effect.type === 'gone') this.words.push('gone');
      else if (effect.type === 'look') {
        if (effect.found && effect.found.signature !== String(this.#painting))
          throw problem('what was read is out of date');
        this.#look(effect.purpose, effect.found);
      } else {
        const { number, message } = effect;
        if (this.unanswered.length > 0) throw problem('two messages at a time');
        if (this.prerendering) throw problem('told before anybody came');
        if (this.frozen) throw problem('told by a frozen page');
        if (message.result.state === 'reading' && this.place !== 'ssi') throw problem('a reading of another page');
        this.unanswered.push(number);
        this.told.push(message);
        const { result } = message;
        this.words.push(result.state === 'reading' ? result.numbers.scores.people : result.state);
      }
    });
  }

  start(): this {
    const { place, visible, prerendering } = this;
    this.happens({ type: 'started', place, visible, prerendering });
    return this;
  }

  activate(): void {
    this.prerendering = false;
    this.visible = true;
    this.start();
  }

  /** LinkedIn paints `page`. */
  paint(page: PageResult): void {
    this.#page = page;
    this.#painting += 1;
    if (this.state.phase === 'looking') this.happens({ type: 'changed' });
    else if (this.state.phase === 'read') this.happens({ type: 'repainted' });
  }

  /** As `paint`, where nobody sees it: outside of the score's card. */
  refresh(page: PageResult): void {
    this.#page = page;
  }

  go(place: Place): void {
    this.place = place;
    this.happens({ type: 'navigated', place });
  }

  show(visible: boolean): void {
    this.visible = visible;
    this.happens({ type: visible ? 'shown' : 'hidden' });
  }

  freeze(): void {
    this.unanswered = [];
    this.happens({ type: 'left' });
    this.unanswered = [];
    this.frozen = true;
  }

  thaw(): void {
    this.frozen = false;
    this.happens({ type: 'thawed' });
  }

  /** The message that is on its way is dealt with. */
  answer(): void {
    const number = this.unanswered.shift();
    if (number !== undefined) this.happens({ type: 'answered', number });
  }

  end(): void {
    this.ended = true;
    this.happens({ type: 'ended' });
  }

  /** Lets `milliseconds` pass: frames are drawn and timers ring in their order. With `answers`, so that each message is dealt with at once. */
  pass(milliseconds: number, { answers = true } = {}): void {
    const until = this.#at + milliseconds;
    for (;;) {
      if (answers) this.answer();
      const { look = Infinity, deadline = Infinity, frame } = this.state;
      const drawn = frame && this.visible ? (Math.floor(this.#at / 16) + 1) * 16 : Infinity;
      const next = Math.max(this.#at, Math.min(look, deadline, drawn));
      if (next > until) break;
      this.#at = next;
      this.happens({ type: next >= look ? 'due' : next >= deadline ? 'late' : 'drawn' });
    }
    this.#at = until;
  }

  #look(purpose: Purpose, found?: Finding): void {
    const signature = String(this.#painting);
    this.looks.push(found ? 'again' : purpose);
    this.happens({
      type: 'looked',
      purpose,
      finding: {
        result: found?.result ?? this.#page,
        signature,
        stands: !this.state.told || this.state.told.signature === signature,
        readAt: 1_790_000_000_000 + this.#at,
        skeleton: 'main',
      },
    });
  }
}

const moment = 60;
const read = (page: PageResult = whole): Tab => {
  const tab = new Tab().start();
  tab.paint(page);
  tab.pass(moment);
  return tab;
};

/** A page that had nothing for a while, painted eight milliseconds before the next frame. */
function paintedBeforeFrame(page: PageResult = whole): Tab {
  const tab = new Tab().start();
  // Frames are drawn at multiples of 16.
  tab.pass(watchTimes.busy + 70);
  tab.looks.length = 0;
  tab.paint(page);
  return tab;
}

describe('what is told', () => {
  test.each<[string, readonly ((tab: Tab) => void)[], unknown[]]>([
    ['a whole score, once it has stood a moment', [(tab) => tab.paint(whole)], [3.68]],
    ['nothing of an empty shell', [], []],
    ['nothing of half a score before a second has passed', [(tab) => tab.paint(half)], []],
    ['nothing after it was ended', [(tab) => tab.paint(whole), (tab) => tab.end()], []],
    ['nothing of a score on another page', [(tab) => tab.go('elsewhere'), (tab) => tab.paint(whole)], []],
    ['a sign-in that the tab went to', [(tab) => tab.go('signed-out')], ['signed-out']],
    ['the choice of a contract', [(tab) => tab.go('contract-chooser')], ['contract-chooser']],
  ])('%s', (_, acts, words) => {
    const tab = new Tab().start();
    for (const act of acts) act(tab);
    tab.pass(moment);
    expect(tab.words).toEqual(words);
  });

  test('a score that is read while it is waited for whether it stands is not read again', () => {
    const tab = paintedBeforeFrame();
    tab.pass(moment);
    expect([tab.looks, tab.words]).toEqual([['rest', 'again'], [3.68]]);
  });

  test('a score that changes after it was read is read anew', () => {
    const tab = paintedBeforeFrame();
    tab.pass(12);
    expect(tab.looks).toEqual(['rest']);
    tab.paint(other);
    tab.pass(watchTimes.afterChange + moment);
    expect([tab.looks[1], tab.words]).toEqual(['rest', [4.68]]);
  });

  test('what was read too long ago is read again, though nothing has changed', () => {
    const tab = paintedBeforeFrame(half);
    tab.pass(watchTimes.doubtful + moment);
    expect([tab.looks.at(-1), tab.words]).toEqual(['rest', [3.68]]);
  });

  test('a page that changes in every frame is looked at four times a second', () => {
    const tab = new Tab().start();
    tab.pass(moment);
    tab.looks.length = 0;
    for (let frame = 0; frame < 200; frame += 1) {
      tab.paint(reading(frame));
      tab.pass(10);
    }
    expect(tab.words).toEqual([]);
    expect(tab.looks.length).toBeGreaterThan(5);
    expect(tab.looks.length).toBeLessThanOrEqual(8);
  });

  test('half a score after a second, and the rest when it comes', () => {
    const tab = read(half);
    tab.pass(watchTimes.doubtful);
    expect(tab.state.phase).toBe('looking');
    tab.paint(whole);
    tab.pass(watchTimes.afterChange + moment);
    expect(tab.words).toEqual([3.68, 'gone', 3.68]);
    expect(tab.state.phase).toBe('read');
  });

  test('an empty shell that stays empty, and the same again once only', () => {
    const tab = new Tab().start();
    tab.pass(watchTimes.giveUp + moment);
    expect([tab.state.phase, tab.words]).toEqual(['resting', ['signed-out']]);
    tab.happens({ type: 'scrolled' });
    tab.pass(watchTimes.giveUp + moment);
    expect([tab.state.phase, tab.words]).toEqual(['resting', ['signed-out']]);
  });
});

describe('a page that nobody has come to yet', () => {
  test('is read when the member comes to it, and nothing is told before', () => {
    const tab = new Tab();
    Object.assign(tab, { prerendering: true, visible: false });
    tab.start();
    tab.paint(whole);
    tab.pass(watchTimes.giveUp);
    expect([tab.state.phase, tab.words]).toEqual(['prerendering', []]);
    tab.activate();
    tab.pass(moment);
    // What it animates has only begun.
    expect(tab.words).toEqual([]);
    tab.pass(watchTimes.afterShown);
    expect(tab.words).toEqual([3.68]);
  });

  test('is not watched when it has turned into another page meanwhile', () => {
    const tab = new Tab();
    Object.assign(tab, { prerendering: true, visible: false });
    tab.start();
    tab.go('elsewhere');
    tab.activate();
    tab.paint(whole);
    tab.pass(moment);
    expect([tab.state.phase, tab.words]).toEqual(['away', []]);
  });
});

describe('away from the SSI page', () => {
  test.each<Place>(['elsewhere', 'signed-out', 'contract-chooser'])(
    'nothing is watched, shown or not, until the tab is back: %s',
    (place) => {
      const tab = read();
      tab.go(place);
      tab.show(false);
      tab.show(true);
      tab.happens({ type: 'scrolled' });
      tab.paint(other);
      tab.pass(2 * watchTimes.giveUp);
      const told = [3.68, 'gone', ...(place === 'elsewhere' ? [] : [place])];
      expect([tab.state.phase, tab.words]).toEqual(['away', told]);
      tab.go('ssi');
      tab.pass(moment);
      expect(tab.words).toEqual([...told, 4.68]);
    },
  );
});

describe('a page in the back/forward cache', () => {
  test('loses its badges, and tells its score again for the instant at which it was read', () => {
    const tab = read();
    tab.pass(watchTimes.afterChange);
    tab.freeze();
    tab.pass(600_000);
    tab.thaw();
    expect(tab.words).toEqual([3.68, 'gone', 3.68]);
    const [first, again] = tab.told;
    expect(first).toEqual({ result: whole });
    expect(again).toEqual({ result: whole, readAt: expect.any(Number) as number });
    expect(again?.readAt).toBeLessThan(1_790_000_000_000 + 2 * moment + 1000);
  });

  test('does not wait for an answer that it can no longer hear', () => {
    const tab = new Tab().start();
    tab.paint(whole);
    tab.pass(moment, { answers: false });
    const [lost] = tab.unanswered;
    tab.freeze();
    tab.thaw();
    expect(tab.words).toEqual([3.68, 'gone', 3.68]);
    tab.happens({ type: 'answered', number: lost });
    expect(tab.state.sending).not.toBeUndefined();
  });

  test('is looked at as before where nothing was read yet', () => {
    const tab = new Tab().start();
    tab.freeze();
    tab.thaw();
    expect(tab.words).toEqual([]);
    tab.paint(whole);
    tab.pass(moment);
    expect(tab.words).toEqual([3.68]);
  });
});

describe('a page that is left', () => {
  test('in the middle of counting takes back what it has told, though the answer to that has not come', () => {
    const tab = new Tab().start();
    tab.paint(whole);
    tab.pass(moment, { answers: false });
    tab.paint(other);
    tab.pass(moment, { answers: false });
    expect(tab.words).toEqual([3.68, 'gone']);
    tab.freeze();
    expect(tab.words).toEqual([3.68, 'gone', 'moved']);
  });
});

describe('one message at a time', () => {
  test('what comes meanwhile waits, and the latest takes the place of what waited', () => {
    const tab = new Tab().start();
    const quietly = { answers: false };
    tab.paint(half);
    tab.pass(watchTimes.doubtful + moment, quietly);
    for (const page of [other, whole]) {
      tab.paint(page);
      tab.pass(watchTimes.completion, quietly);
    }
    expect(tab.words).toEqual([3.68, 'gone', 'gone']);
    tab.answer();
    expect(tab.told.at(-1)?.result).toBe(whole);
    tab.answer();
    expect(tab.told).toHaveLength(2);
  });

  test('a score that has left the page meanwhile is not told any more', () => {
    const tab = new Tab().start();
    tab.paint(unknownPage);
    tab.pass(watchTimes.giveUp + moment, { answers: false });
    tab.happens({ type: 'scrolled' });
    tab.paint(whole);
    tab.pass(moment, { answers: false });
    tab.go('elsewhere');
    tab.answer();
    expect(tab.words).toEqual(['not-recognised', 'gone']);
  });
});

test('averages that were refreshed outside of the card are read when the tab is shown again', () => {
  const tab = read();
  tab.refresh(other);
  tab.show(false);
  tab.pass(watchTimes.giveUp);
  expect(tab.words).toEqual([3.68]);
  tab.show(true);
  tab.pass(watchTimes.afterChange + moment);
  expect(tab.words).toEqual([3.68, 'gone', 4.68]);
});

describe('whatever happens in whatever order', () => {
  const pages = fc.constantFrom<PageResult>(
    whole, other, half, reading(0), unknownPage, { state: 'not-yet' }, { state: 'signed-out' }, { state: 'access-ended' },
  ); // oxfmt-ignore
  const acts: fc.Arbitrary<(tab: Tab) => void> = fc.oneof(
    pages.map((page) => (tab: Tab) => tab.paint(page)),
    pages.map((page) => (tab: Tab) => tab.refresh(page)),
    fc
      .tuple(fc.constantFrom(1, 10, 17, 300, 1100, 6000, 61_000), fc.boolean())
      .map(([milliseconds, answers]) => (tab: Tab) => tab.pass(milliseconds, { answers })),
    fc.constantFrom<Place>('ssi', 'elsewhere', 'signed-out', 'contract-chooser').map((place) => (tab: Tab) => tab.go(place)),
    fc.boolean().map((visible) => (tab: Tab) => tab.show(visible)),
    // Late and stray events, which a browser may deliver after what they were meant for has ended.
    fc.constantFrom('due', 'late', 'drawn', 'scrolled', 'changed').map((type) => (tab: Tab) => tab.happens({ type } as const)),
    fc.nat(20).map((number) => (tab: Tab) => {
      if (!tab.unanswered.includes(number)) tab.happens({ type: 'answered', number });
    }),
    fc.constant((tab: Tab) => tab.answer()),
    fc.constant((tab: Tab) => {
      tab.freeze();
      tab.thaw();
    }),
    fc.constant((tab: Tab) => {
      if (tab.prerendering) tab.activate();
    }),
  ); // oxfmt-ignore

  function acted(prerendering: boolean, visible: boolean, sequence: readonly ((tab: Tab) => void)[]): Tab {
    const tab = new Tab();
    Object.assign(tab, { prerendering, visible: visible && !prerendering });
    tab.start();
    for (const act of sequence) act(tab);
    return tab;
  }

  // `Tab.happens` checks after every event that none of it is broken.
  test('nothing is told of another page or before anybody came, one message at a time, and nothing after the end', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.array(acts), fc.array(acts), (prerendering, visible, life, after) => {
        const tab = acted(prerendering, visible, life);
        tab.end();
        const told = tab.words.length;
        for (const act of after) act(tab);
        expect(tab.words).toHaveLength(told);
        expect(tab.state).toEqual({ ...initialState, phase: 'ended' });
      }),
      { numRuns: 1000 },
    );
  });

  test('a score that then stands in the shown SSI page is the last that is told', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.array(acts), (prerendering, visible, life) => {
        const tab = acted(prerendering, visible, life);
        if (tab.prerendering) tab.activate();
        tab.show(true);
        tab.go('ssi');
        tab.happens({ type: 'scrolled' });
        tab.paint(reading(7.5));
        tab.pass(watchTimes.completion);
        expect(tab.words.at(-1)).toBe(7.5);
        expect(tab.state.phase).toBe('read');
        expect(tab.unanswered).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
