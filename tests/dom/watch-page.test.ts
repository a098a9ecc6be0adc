import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { watchPage } from '../../src/content/page/watch-page';
import type { WatchResult } from '../../src/content/page/watch-state';
import type { StandInMember } from '../linkedin/captured-members';
import { completeMember } from '../linkedin/reading-cases';
import {
  accessEnded,
  emptyShell,
  errorPage,
  memberOfKind,
  paintingSteps,
  signIn,
  ssiMain,
  ssiPage,
} from '../linkedin/ssi-page';
import { WatchWindow } from './watch-window';

const member = completeMember();
const seconds = 1000;

/** A watched tab, with everything that was told, in order. */
function watched(html = emptyShell(), { visible = true } = {}) {
  const window = new WatchWindow(html);
  if (!visible) window.show(false);
  const told: (WatchResult | 'gone')[] = [];
  const readAt: (number | undefined)[] = [];
  const life = new AbortController();
  onTestFinished(() => life.abort());
  watchPage({
    window,
    signal: life.signal,
    onResult: (result, at) => {
      told.push(result);
      readAt.push(at);
    },
    onGone: () => told.push('gone'),
  });
  return {
    window,
    life,
    told,
    /** For each the instant that it was read at, where that is not just now. */
    readAt,
    /** What was told, in a word each: the shown total, the state, or `gone`. */
    words: () =>
      told.map((result) =>
        result === 'gone' ? result : result.state === 'reading' ? result.numbers.shownTotal : result.state,
      ),
  };
}

/** Lets the calendar's clock be set; the window's own is moved by `pass`. */
function calendar() {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-12T08:00:00Z') });
  onTestFinished(() => void vi.useRealTimers());
  return { morning: Date.now(), set: (time: string) => vi.setSystemTime(new Date(time)) };
}

function withPeople(people: number): StandInMember {
  return { ...member, scores: { ...member.scores, people } };
}

describe('a score is told once it stands', () => {
  test('within 50 ms of being painted, whenever that is', async () => {
    for (const after of [0, 2 * seconds, 10 * seconds, 45 * seconds]) {
      const { window, told, words } = watched();
      await window.pass(after);
      expect(told).toEqual([]);
      window.paint(ssiMain(member));
      await window.pass(50);
      expect(words()).toEqual([20]);
      expect(told[0]).toMatchObject({ state: 'reading', numbers: { scores: member.scores, rank: { industry: 75 } } });
    }
  });

  test('when it stood in the page from the start', async () => {
    const { window, words } = watched(ssiPage(member));
    await window.pass(50);
    expect(words()).toEqual([20]);
  });

  test('once, when its values are painted one after another', async () => {
    for (const pause of [1, 16, 100, 300]) {
      const { window, told, words } = watched();
      for (const step of paintingSteps(member, {}, 'one-by-one')) {
        window.paint(step);
        await window.pass(pause);
      }
      await window.pass(5 * seconds);
      expect(words()).toEqual([20]);
      expect(told[0]).toMatchObject({ numbers: { scores: member.scores, rank: { industry: 75, network: 81 } } });
    }
  });

  test('once, when its values count up from nothing, in frames or in steps', async () => {
    for (const pause of [16, 50, 100, 300]) {
      const { window, told, words } = watched();
      for (const step of paintingSteps(member, {}, 'counting')) {
        window.paint(step);
        await window.pass(pause);
      }
      await window.pass(5 * seconds);
      expect(words()).toEqual([20]);
      expect(told[0]).toMatchObject({ numbers: { scores: member.scores } });
    }
  });

  test('on a page that changes elsewhere in every frame', async () => {
    const { window, words } = watched();
    window.paint(ssiMain(member));
    const clock = window.document.querySelector('footer');
    for (let frame = 0; frame < 60; frame += 1) {
      clock?.append(window.document.createElement('i'));
      await window.pass(10);
    }
    expect(words()).toEqual([20]);
  });

  test('with ranks that come a little later', async () => {
    const { window, told, words } = watched();
    window.paint(ssiMain(member, { kind: 'no-ranks' }));
    await window.pass(600);
    expect(told).toEqual([]);
    window.paint(ssiMain(member));
    await window.pass(50);
    expect(words()).toEqual([20]);
    expect(told[0]).toMatchObject({ numbers: { rank: { industry: 75, network: 81 } } });
  });

  test('and again with ranks that come much later', async () => {
    const { window, told } = watched();
    window.paint(ssiMain(member, { kind: 'no-ranks' }));
    await window.pass(1100);
    expect(told).toMatchObject([{ numbers: { rank: {} } }]);
    window.paint(ssiMain(member));
    await window.pass(1100);
    expect(told.at(-1)).toMatchObject({ numbers: { rank: { industry: 75, network: 81 } } });
  });

  test('and taken back when it moves on a moment later, so that a page closed in the middle of counting leaves nothing', async () => {
    for (const pause of [40, 200, 450, 800]) {
      const { window, told, words } = watched();
      for (const part of [0.08, 0.3, 0.7, 1]) {
        const { brand, people, insights, relationships } = member.scores;
        const scores = {
          brand: brand * part,
          people: people * part,
          insights: insights * part,
          relationships: relationships * part,
        };
        window.paint(ssiMain({ ...member, scores }));
        await window.pass(pause);
      }
      await window.pass(1100);
      expect(words()).toEqual([2, 'gone', 'moved', 20]);
      expect(told.at(-1)).toMatchObject({ numbers: { scores: member.scores } });
    }
  });

  test('after ten seconds, when nothing stands but zeros with ranks and averages', async () => {
    const { window, words } = watched();
    window.paint(ssiMain({ ...member, scores: { brand: 0, people: 0, insights: 0, relationships: 0 } }));
    await window.pass(9 * seconds);
    expect(words()).toEqual([]);
    await window.pass(1100);
    expect(words()).toEqual([0]);
  });

  test('after a second, when a pillar is zero: a half-painted page shows zeros too', async () => {
    const { window, words } = watched();
    window.paint(ssiMain(withPeople(0)));
    await window.pass(900);
    expect(words()).toEqual([]);
    await window.pass(200);
    expect(words()).toEqual([16]);
  });
});

describe('a page without a score', () => {
  test('is given up after 60 s: a shell that stays empty means nobody is signed in', async () => {
    const { window, told, words } = watched();
    await window.pass(59 * seconds);
    expect(told).toEqual([]);
    await window.pass(2 * seconds);
    expect(words()).toEqual(['signed-out']);
    expect(window.pending).toBe(0);
  });

  test('is given up after 60 s: a page nobody has seen before is reported', async () => {
    const { window, told } = watched(errorPage());
    await window.pass(59 * seconds);
    expect(told).toEqual([]);
    await window.pass(2 * seconds);
    expect(told).toMatchObject([{ state: 'not-recognised' }]);
    expect(window.pending).toBe(0);
  });

  test('is told soon and once when it asks to sign in, and read after signing in', async () => {
    const { window, words } = watched(signIn());
    await window.pass(1100);
    expect(words()).toEqual(['signed-out']);
    window.document.querySelector('main')?.append('Please');
    await window.pass(10 * seconds);
    window.paint(ssiMain(member));
    await window.pass(50);
    expect(words()).toEqual(['signed-out', 20]);
  });

  test('is told soon when access has ended', async () => {
    const { window, words } = watched(accessEnded());
    await window.pass(1100);
    expect(words()).toEqual(['access-ended']);
  });

  test.each([
    ['a page that nobody has seen before', '<h1>Something new</h1><p>Words without a number.</p>'],
    ['an empty shell', ''],
  ])(
    'keeps what it has seen exactly when %s follows in the same visit, and a reading replaces both',
    async (_, later) => {
      const { window, words } = watched(accessEnded());
      await window.pass(1100);
      window.paint(later);
      await window.pass(61 * seconds);
      expect(words()).toEqual(['access-ended']);
      window.dispatchEvent(new Event('scroll'));
      window.paint(ssiMain(member));
      await window.pass(seconds);
      expect(words()).toEqual(['access-ended', 20]);
    },
  );

  test('is told when the application goes to sign-in or to the choice of a contract', async () => {
    const { window, words } = watched();
    await window.pass(seconds);
    window.navigate('/sales/contract-chooser');
    expect(words()).toEqual(['contract-chooser']);
    window.navigate('/sales/login');
    expect(words()).toEqual(['contract-chooser', 'signed-out']);
  });

  test('is looked at again after a scroll', async () => {
    const { window, words } = watched();
    await window.pass(61 * seconds);
    expect(words()).toEqual(['signed-out']);
    window.dispatchEvent(new Event('scroll'));
    await window.pass(seconds);
    window.paint(ssiMain(member));
    await window.pass(50);
    expect(words()).toEqual(['signed-out', 20]);
  });

  test('whose numbers count up while a slow look lasts is not believed before they stand', async () => {
    const { window, words } = watched();
    // Two milliseconds before a frame.
    await window.pass(318);
    window.lookTakes = 12;
    window.paint(ssiMain(member, { layout: 'bare' }));
    const printed = window.document.querySelectorAll('strong')[1];
    const tabled = window.document.querySelectorAll('td')[1];
    for (let step = 1; step <= 20; step += 1) {
      window.setTimeout(() => {
        printed?.replaceChildren(`3.${6 + (step % 3)}`);
        tabled?.replaceChildren(`3.${6 + (step % 3)}`);
      }, step * 10);
    }
    await window.pass(190);
    expect(words()).toEqual([]);
    await window.pass(2 * seconds);
    expect(words()).toEqual([20]);
  });

  test('whose numbers never stand still is reported, not believed', async () => {
    const { window, words } = watched();
    window.paint(ssiMain(member, { layout: 'bare' }));
    const printed = window.document.querySelectorAll('strong')[1];
    const tabled = window.document.querySelectorAll('td')[1];
    for (let moment = 0; moment < 6500; moment += 1) {
      printed?.replaceChildren(`3.${6 + (moment % 3)}`);
      tabled?.replaceChildren(`3.${6 + (moment % 3)}`);
      await window.pass(10);
    }
    expect(words()).toEqual(['not-recognised']);
  });
});

describe('a hidden tab', () => {
  test('is waited for without an end, and has 60 s from being shown', async () => {
    const { window, words } = watched(emptyShell(), { visible: false });
    await window.pass(3600 * seconds);
    expect(words()).toEqual([]);
    window.show(true);
    await window.pass(59 * seconds);
    expect(words()).toEqual([]);
    await window.pass(2 * seconds);
    expect(words()).toEqual(['signed-out']);
  });

  test('tells nothing of a score that is painted in it until it is shown: its animations stand still', async () => {
    const { window, told, words } = watched(emptyShell(), { visible: false });
    await window.pass(5 * seconds);
    window.paint(ssiMain(withPeople(0.31)));
    await window.pass(3600 * seconds);
    expect(words()).toEqual([]);
    window.show(true);
    await window.pass(100);
    window.paint(ssiMain(member));
    await window.pass(900);
    expect(words()).toEqual([]);
    await window.pass(200);
    expect(told).toMatchObject([{ numbers: { scores: member.scores } }]);
  });

  test('tells a score that was painted in it once it is shown, of the time at which it was painted', async () => {
    const { morning, set } = calendar();
    const { window, words, readAt } = watched(emptyShell(), { visible: false });
    window.paint(ssiMain(member));
    await window.pass(50);
    set('2026-05-13T08:00:00Z');
    window.show(true);
    await window.pass(500);
    expect(words()).toEqual([20]);
    expect(readAt).toEqual([morning]);
  });

  test('is read when its score comes only once it is shown', async () => {
    const { window, words } = watched(emptyShell(), { visible: false });
    await window.pass(600 * seconds);
    window.show(true);
    await window.pass(3 * seconds);
    window.paint(ssiMain(member));
    await window.pass(50);
    expect(words()).toEqual([20]);
  });

  test('is begun with again after it was given up', async () => {
    const { window, words } = watched();
    await window.pass(61 * seconds);
    window.show(false);
    window.show(true);
    await window.pass(5 * seconds);
    window.paint(ssiMain(member));
    await window.pass(50);
    expect(words()).toEqual(['signed-out', 20]);
  });

  test('that is hidden between a score and its frame is read when it is shown again', async () => {
    const { window, words } = watched();
    await window.pass(seconds);
    window.paint(ssiMain(member));
    await window.pass(1);
    window.show(false);
    await window.pass(100);
    expect(words()).toEqual([]);
    window.show(true);
    await window.pass(500);
    expect(words()).toEqual([20]);
  });
});

describe('once the score is read', () => {
  test('nothing runs: no timer, no frame, no observer for what happens elsewhere', async () => {
    const { window, words } = watched(ssiPage(member));
    await window.pass(50);
    expect(words()).toEqual([20]);
    expect(window.pending).toBe(0);
    const calls = window.observerCalls;
    for (let change = 0; change < 100; change += 1) {
      window.document.querySelector('footer')?.append(window.document.createElement('i'));
      window.document.querySelector('.group-ssi-score')?.append(String(change));
      await window.pass(10);
    }
    expect(window.observerCalls).toBe(calls);
    expect(window.pending).toBe(0);
  });

  test('nothing is told for something that is put beside the score', async () => {
    const { window, words } = watched(ssiPage(member));
    await window.pass(50);
    window.document.querySelector('li')?.append(window.document.createElement('div'));
    window.show(false);
    window.show(true);
    await window.pass(2 * seconds);
    expect(words()).toEqual([20]);
    expect(window.pending).toBe(0);
  });

  test('the next morning’s painting is a new reading, though every number is the same', async () => {
    const { window, told, words } = watched(ssiPage(member));
    await window.pass(50);
    await window.pass(15 * 3600 * seconds);
    window.paint(ssiMain(member));
    await window.pass(50);
    expect(words()).toEqual([20, 'gone', 20]);
    const [first, , second] = told;
    expect(first).not.toBe(second);
    expect(second).toMatchObject({ anchors: { total: { isConnected: true } } });
  });

  test('and of the day on which these numbers were painted first: a theme switched after midnight is no new day', async () => {
    const { morning, set } = calendar();
    const { window, words, readAt } = watched(ssiPage(member));
    await window.pass(50);
    set('2026-05-13T00:10:00Z');
    await window.pass(15 * 3600 * seconds);
    window.paint(ssiMain(member));
    await window.pass(50);
    expect(words()).toEqual([20, 'gone', 20]);
    expect(readAt).toEqual([undefined, morning]);
    // New averages prove a new day.
    set('2026-05-13T08:00:00Z');
    await window.pass(8 * 3600 * seconds);
    window.paint(ssiMain({ ...member, average: { ...member.average, network: { total: 34 } } }));
    await window.pass(6 * seconds);
    expect(words()).toEqual([20, 'gone', 20, 'gone', 20]);
    expect(readAt).toEqual([undefined, morning, undefined]);
  });

  test('a number that changes in place is a new reading', async () => {
    const { window, words, told } = watched(ssiPage(member, { layout: 'bare' }));
    await window.pass(10 * seconds);
    const strong = window.document.querySelectorAll('strong')[1];
    strong?.replaceChildren('3.78');
    for (const cell of window.document.querySelectorAll('td'))
      if (cell.textContent === '3.68') cell.textContent = '3.78';
    await window.pass(50);
    expect(words()).toEqual([20, 'gone', 20]);
    expect(told[2]).toMatchObject({ numbers: { scores: { people: 3.78 } } });
  });

  test('averages that were refreshed in place are read when the tab is shown', async () => {
    const { window, told, words } = watched(ssiPage(member));
    await window.pass(50);
    window.show(false);
    for (const cell of window.document.querySelectorAll('td'))
      if (cell.textContent === '11.78') cell.textContent = '11.79';
    await window.pass(8 * 3600 * seconds);
    window.show(true);
    await window.pass(50);
    expect(words()).toEqual([20, 'gone', 20]);
    expect(told[2]).toMatchObject({ numbers: { average: { industry: { scores: { brand: 11.79 } } } } });
  });

  test('navigation away and back inside the application is a new reading', async () => {
    const { window, words } = watched(ssiPage(member));
    await window.pass(50);
    window.navigate('/sales/home');
    window.paint('<h1>Home</h1>');
    await window.pass(120 * seconds);
    expect(words()).toEqual([20, 'gone']);
    expect(window.pending).toBe(0);
    window.navigate('/sales/ssi');
    await window.pass(4 * seconds);
    window.paint(ssiMain(withPeople(4.9)));
    await window.pass(50);
    expect(words()).toEqual([20, 'gone', 21]);
  });

  test('a tab that went elsewhere is not watched when it is hidden and shown', async () => {
    const { window, words } = watched(ssiPage(member));
    await window.pass(50);
    window.navigate('/sales/home');
    window.show(false);
    window.show(true);
    expect(window.pending).toBe(0);
    const calls = window.observerCalls;
    window.paint(ssiMain(withPeople(4.9)));
    await window.pass(120 * seconds);
    expect(words()).toEqual([20, 'gone']);
    expect(window.observerCalls).toBe(calls);
  });

  test('what is told waits until the one before is dealt with', async () => {
    const window = new WatchWindow(ssiPage(member));
    const life = new AbortController();
    onTestFinished(() => life.abort());
    const told: WatchResult[] = [];
    const answers: (() => void)[] = [];
    const onResult = (result: WatchResult) => {
      told.push(result);
      return new Promise<void>((resolve) => answers.push(resolve));
    };
    watchPage({ window, signal: life.signal, onResult });
    await window.pass(50);
    window.paint(ssiMain(withPeople(4.9)));
    await window.pass(5 * seconds);
    expect(told).toHaveLength(1);
    answers[0]?.();
    await window.pass(50);
    expect(told).toMatchObject([{}, { numbers: { scores: { people: 4.9 } } }]);
  });

  test('ending the watch ends everything', async () => {
    const { window, life, words } = watched(ssiPage(member));
    await window.pass(50);
    life.abort();
    const calls = window.observerCalls;
    window.paint(ssiMain(withPeople(4.9)));
    window.show(false);
    window.show(true);
    window.navigate('/sales/home');
    window.navigate('/sales/ssi');
    await window.pass(120 * seconds);
    expect(words()).toEqual([20]);
    expect(window.observerCalls).toBe(calls);
    expect(window.pending).toBe(0);
  });

  test('a listener may end the watch while it is told', async () => {
    const window = new WatchWindow(ssiPage(member));
    const life = new AbortController();
    watchPage({ window, signal: life.signal, onResult: () => life.abort() });
    await window.pass(50);
    expect(life.signal.aborted).toBe(true);
    const calls = window.observerCalls;
    window.paint(ssiMain(memberOfKind(member, 'no-ranks')));
    await window.pass(10 * seconds);
    expect(window.observerCalls).toBe(calls);
    expect(window.pending).toBe(0);
  });
});
