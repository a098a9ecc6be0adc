import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BadgeNumbers } from '../../src/core/meaning/badge-numbers';
import { findTip } from '../../src/core/advice/tips';
import { forEachPillar } from '../../src/core/score/pillar';
import { badgeView, type BadgeSurroundings } from '../../src/words/badge-view';
import { fail, succeed } from '../../src/core/result';
import { Badges, type Hiding } from '../../src/content/badges/badges';
import { elementOf } from '../../src/content/badges/jsx-runtime';
import type { TipActions } from '../../src/content/badges/start-here';
import { sayEnglish } from './say-english';

afterEach(() => document.body.replaceChildren());

const numbers: BadgeNumbers = {
  shown: true,
  change: { amount: 1.8, normal: false },
  goal: { target: 70, band: 'on-the-way' },
  weakest: 'people',
  tip: {
    tip: findTip('people_best_client')!,
    pillar: 'people',
    reason: { kind: 'weakest', belowIndustry: 0.8 },
    ticked: 2,
  },
  pillars: forEachPillar(() => ({
    change: { amount: 0.3, normal: false },
    line: [
      [7, 10],
      [0, 10.3],
    ] as const,
  })),
};

/** A history without a week before and without a goal. */
const bare: BadgeNumbers = {
  shown: true,
  weakest: 'people',
  pillars: forEachPillar(() => ({
    line: [
      [14, 10],
      [0, 10.3],
    ] as const,
  })),
};

const around: BadgeSurroundings = {
  say: sayEnglish,
  language: 'en-GB',
  today: '2026-11-28',
  mirrored: false,
  panel: false,
};

function show(shown: BadgeNumbers = numbers, changes: Partial<BadgeSurroundings> = {}, isNews = true) {
  const onUndo = vi.fn<TipActions['onUndo']>(() => Promise.resolve(succeed(null)));
  const onDone = vi.fn<TipActions['onDone']>(() => Promise.resolve(succeed(null)));
  const onTake = vi.fn<TipActions['onTake']>(() => Promise.resolve(succeed(null)));
  const onHide = vi.fn<Hiding['onHide']>(() => Promise.resolve(fail('storage-full')));
  const hiding = { onHide, onUndo: vi.fn<Hiding['onUndo']>(() => Promise.resolve(succeed(null))), onOver: vi.fn() };
  const onOpenScorecard = vi.fn();
  const onResized = vi.fn();
  const taken = new AbortController();
  const container = document.createElement('div');
  container.className = 'layer';
  container.append(
    elementOf(
      <Badges
        view={badgeView(shown, { ...around, ...changes })}
        savedIsNews={isNews}
        tipActions={{ onTake, onDone, onUndo }}
        onOpenScorecard={onOpenScorecard}
        hiding={hiding}
        onResized={onResized}
        sayError={(error) => error}
        signal={taken.signal}
      />,
    ),
  );
  document.body.replaceChildren(container);
  // As `placeBadges` leaves them; nothing has a size here.
  for (const badge of container.querySelectorAll<HTMLElement>('[data-badge]')) badge.dataset['placed'] = 'free';
  const badges = () =>
    [...container.querySelectorAll<HTMLElement>('[data-badge]')].map((badge) => badge.dataset['badge']);
  return { container, badges, taken, onTake, onUndo, onDone, onHide, hiding, onOpenScorecard, onResized };
}

/** The member's own click or key, which no script of a page can make up. */
async function byMember(target: EventTarget | null | undefined, event: Event): Promise<void> {
  Object.defineProperty(event, 'isTrusted', { value: true });
  target?.dispatchEvent(event);
  // What it asks for is answered, and what it opens is placed.
  await new Promise((resolve) => setTimeout(resolve));
}

const click = () => new MouseEvent('click', { bubbles: true });

describe('the badges', () => {
  test('say everything in words too, for who cannot see them', () => {
    const { container } = show();
    const said = (name: string) =>
      container.querySelector(`[data-badge=${name}]:is([role=img], button)`)?.getAttribute('aria-label');
    expect(said('total')).toBe('Your total: +1.8 this week On the way to 70 (Open scorecard)');
    expect(said('people')).toBe('Right people: +0.3 this week');
    expect(container.querySelector('[data-badge=start]')?.getAttribute('aria-label')).toBe(
      'Start here: a tip for Right people',
    );
  });

  test('write numbers as their language does', () => {
    const { container } = show(numbers, { language: 'de' });
    expect(container.querySelector('[data-badge=total]')?.textContent).toContain('+1,8');
  });

  test('without a goal have no band, without a change only lines, and without either no pill on the total', () => {
    const { badges, container } = show(bare);
    expect(badges()).toEqual(['brand', 'people', 'insights', 'relationships', 'foot']);
    expect(container.querySelector('[data-badge=people] svg.line')).not.toBeNull();
    expect(container.querySelector('.change')).toBeNull();
    const { goal, ...changed } = numbers;
    expect(goal).toBeDefined();
    expect(show(changed).container.querySelector('.band')).toBeNull();
  });

  test('of a first reading are the way to begin and nothing else', () => {
    const pillars = forEachPillar(() => ({ line: [[0, 10]] as const }));
    const first = { ...bare, ...(numbers.tip && { tip: numbers.tip }), pillars };
    expect(show(first).badges()).toEqual(['start']);
    expect(show({ ...bare, pillars }).badges()).toEqual([]);
  });

  test('of a second day are no more: two readings beside each other are no line and no comparison', () => {
    const pillarsOf = (daysAgo: number) =>
      forEachPillar(
        () =>
          ({
            line: [
              [daysAgo, 10],
              [0, 10.05],
            ],
          }) as const,
      );
    const second = { ...bare, ...(numbers.tip && { tip: numbers.tip }), goal: numbers.goal!, pillars: pillarsOf(1) };
    expect(show(second).badges()).toEqual(['start']);
    expect(show({ ...second, pillars: pillarsOf(5) }).badges()).toContain('people');
  });

  test('draw what hardly moved as good as level', () => {
    const heightOf = (rise: number) => {
      const pillars = forEachPillar(() => ({ line: [[7, 10] as const, [0, 10 + rise] as const] }));
      const [first, last] = show({ ...bare, pillars })
        .container.querySelector('[data-badge=people] polyline')!
        .getAttribute('points')!
        .split(' ')
        .map((point) => Number(point.split(',')[1]));
      return first! - last!;
    };
    expect(heightOf(0.05)).toBeLessThan(2);
    expect(heightOf(2)).toBe(10);
  });

  test('do nothing for a click that a script made up', async () => {
    const { container, onHide } = show();
    container.querySelector<HTMLElement>('[data-badge=start]')?.click();
    container.querySelector<HTMLElement>('.hide')?.click();
    await Promise.resolve();
    expect(container.querySelector('[role=dialog]')).toBeNull();
    expect(onHide).not.toHaveBeenCalled();
  });

  test('say in place of the line what went wrong with "Hide"', async () => {
    const { container } = show();
    await byMember(container.querySelector('.hide'), click());
    expect(container.querySelector('.foot [role=alert]')?.textContent).toBe('storage-full');
    await byMember(container.querySelector('.hide'), click());
    expect(container.querySelectorAll('.foot [role=alert]')).toHaveLength(1);
    expect(container.querySelector('.foot')?.textContent).toBe('storage-fullHide');
  });
});

describe('that the reading was kept', () => {
  afterEach(() => vi.useRealTimers());

  test('is said beside the total for a while, which then has its usual words', () => {
    vi.useFakeTimers();
    const { container, onResized } = show(numbers, { saved: 'again' });
    const pill = container.querySelector('[data-badge=total]');
    expect(pill?.textContent).toBe('Saved+1.8this weekOn the way to 70');
    expect(pill?.getAttribute('aria-label')).toContain('Saved +1.8 this week');
    vi.advanceTimersByTime(8000);
    expect(pill?.textContent).toBe('+1.8this weekOn the way to 70');
    expect(pill?.getAttribute('aria-label')).not.toContain('Saved');
    expect(onResized).toHaveBeenCalledTimes(1);
  });

  test('is said of the very first reading, and then nothing stands beside the total', () => {
    vi.useFakeTimers();
    const pillars = forEachPillar(() => ({ line: [[0, 10]] as const }));
    const { badges, container } = show({ ...bare, pillars }, { saved: 'first' });
    expect(container.querySelector('[data-badge=total]')?.textContent).toBe('Saved. Your history starts today');
    vi.advanceTimersByTime(8000);
    expect(badges()).toEqual([]);
  });

  test('is said once to a visit, however often the badges are drawn', () => {
    expect(show(numbers, { saved: 'again' }, false).container.textContent).not.toContain('Saved');
    expect(show({ ...bare }, { saved: 'first' }, false).badges()).not.toContain('total');
  });

  test('is where the scorecard opens from, at the member’s own click alone', async () => {
    const { container, onOpenScorecard } = show();
    const pill = container.querySelector<HTMLElement>('[data-badge=total]');
    pill?.click();
    expect(onOpenScorecard).not.toHaveBeenCalled();
    await byMember(pill, click());
    expect(onOpenScorecard).toHaveBeenCalledTimes(1);
  });
});

describe('hiding', () => {
  test('leaves one line that takes it back, with the focus on it, and goes after ten seconds', async () => {
    const { container, badges, onHide, hiding, onResized } = show();
    onHide.mockResolvedValue(succeed(null));
    await byMember(container.querySelector('[data-badge=start]'), click());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hidden = byMember(container.querySelector('.hide'), click());
    await vi.advanceTimersByTimeAsync(1);
    await hidden;
    expect(badges()).toEqual(['foot']);
    expect(container.querySelector('[role=dialog]')).toBeNull();
    expect(container.querySelector('.foot')?.textContent).toBe('Hidden. Turn them back on in the settings.Undo');
    expect(document.activeElement?.textContent).toBe('Undo');
    expect(onResized).toHaveBeenCalled();
    vi.advanceTimersByTime(9_990);
    expect(hiding.onOver).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10);
    expect(hiding.onOver).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  test('is taken back at a click, and says what went wrong with that', async () => {
    const { container, onHide, hiding } = show();
    onHide.mockResolvedValue(succeed(null));
    await byMember(container.querySelector('.hide'), click());
    hiding.onUndo.mockResolvedValueOnce(fail('storage-full'));
    await byMember(container.querySelector('.hide'), click());
    expect(container.querySelector('.foot [role=alert]')?.textContent).toBe('storage-full');
    await byMember(container.querySelector('.hide'), click());
    expect(hiding.onUndo).toHaveBeenCalledTimes(2);
  });
});

describe('the tip', () => {
  const dialog = () => document.querySelector('[role=dialog]');
  const start = () => document.querySelector('[data-badge=start]');
  const said = () => ['status', 'alert'].map((role) => dialog()?.querySelector(`[role=${role}]`)?.textContent);

  test('opens and closes with its button, which says so', async () => {
    show();
    expect([start()?.getAttribute('aria-expanded'), start()?.hasAttribute('aria-controls')]).toEqual(['false', false]);
    await byMember(start(), click());
    expect([start()?.getAttribute('aria-expanded'), start()?.getAttribute('aria-controls')]).toEqual([
      'true',
      dialog()?.id,
    ]);
    expect(dialog()?.getAttribute('aria-labelledby')).toBe(dialog()?.querySelector('h2')?.id);
    await byMember(start(), click());
    expect(dialog()).toBeNull();
    expect([start()?.getAttribute('aria-expanded'), start()?.hasAttribute('aria-controls')]).toEqual(['false', false]);
  });

  test('is marked as done and taken back again, and says what went wrong with either', async () => {
    const { onDone, onUndo } = show();
    await byMember(start(), click());
    const press = (icon: string) => byMember(dialog()?.querySelector(`.icon-${icon}`)?.closest('button'), click());
    onDone.mockResolvedValueOnce(fail('storage-full'));
    await press('check');
    expect(said()).toEqual([undefined, 'storage-full']);
    await press('check');
    expect(said()).toEqual(['Done. On 12 Dec you’ll see what followed.', undefined]);
    expect(onDone).toHaveBeenLastCalledWith('people_best_client', expect.stringMatching(/^[0-9a-f-]{36}$/));
    onUndo.mockResolvedValueOnce(fail('storage-blocked'));
    await press('undo');
    expect(said()).toEqual(['Done. On 12 Dec you’ll see what followed.', 'storage-blocked']);
    await press('undo');
    expect(said()).toEqual([undefined, undefined]);
    expect(dialog()?.querySelector('.icon-check')).not.toBeNull();
  });

  test('is done under one id, however often it is asked for, until it was taken back', async () => {
    const { onDone, onUndo } = show();
    const press = (icon: string) => byMember(dialog()?.querySelector(`.icon-${icon}`)?.closest('button'), click());
    onDone.mockResolvedValueOnce(fail('worker-unreachable'));
    await byMember(start(), click());
    await press('check');
    await byMember(start(), click());
    await byMember(start(), click());
    await press('check');
    onUndo.mockResolvedValueOnce(fail('worker-unreachable'));
    await press('undo');
    await press('undo');
    await press('check');
    const [first, again, after] = onDone.mock.calls.map(([, action]) => action);
    expect(again).toBe(first);
    expect(onUndo.mock.calls).toEqual([[first], [first]]);
    expect(after).not.toBe(first);
  });

  test('asks once for a double click, for "Done", "Undo" and "Hide" alike', async () => {
    const { container, onDone, onUndo, onHide } = show();
    await byMember(start(), click());
    const twice = async (button: Element | null | undefined) => {
      const second = byMember(button, click());
      await Promise.all([byMember(button, click()), second]);
    };
    await twice(dialog()?.querySelector('.icon-check')?.closest('button'));
    expect(onDone).toHaveBeenCalledTimes(1);
    await twice(dialog()?.querySelector('.icon-undo')?.closest('button'));
    expect(onUndo).toHaveBeenCalledTimes(1);
    await twice(container.querySelector('.hide'));
    expect(onHide).toHaveBeenCalledTimes(1);
    await byMember(container.querySelector('.hide'), click());
    expect(onHide).toHaveBeenCalledTimes(2);
  });

  test('closes with Esc, and hears nothing of the page once the badges are taken away', async () => {
    const { taken } = show();
    await byMember(start(), click());
    await byMember(document, new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(dialog()).toBeNull();
    await byMember(start(), click());
    const focus = vi.spyOn(start() as HTMLElement, 'focus');
    taken.abort();
    expect(dialog()).toBeNull();
    await byMember(document, new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(focus).not.toHaveBeenCalled();
  });

  test('has its steps where no panel can be opened from the page, and what is ticked stays when it opens again', async () => {
    const { onTake } = show();
    await byMember(start(), click());
    const boxes = () => [...(dialog()?.querySelectorAll<HTMLInputElement>('.step input') ?? [])];
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true, false]);
    expect(dialog()?.querySelector('.step')?.textContent.length).toBeGreaterThan(10);
    await byMember(boxes()[0], new Event('change'));
    expect(onTake).toHaveBeenLastCalledWith('people_best_client', 3, false);
    await byMember(start(), click());
    await byMember(start(), click());
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, false]);
  });

  test('opens its page with the panel beside it, which then has the steps', async () => {
    const { onTake } = show(numbers, { panel: true });
    await byMember(start(), click());
    const link = dialog()?.querySelector('a');
    // Nothing is to be loaded here.
    link?.addEventListener('click', (event) => event.preventDefault());
    expect(dialog()?.querySelector('.step')).toBeNull();
    expect(link?.textContent).toBe('Open beside LinkedIn');
    link?.click();
    expect(onTake).not.toHaveBeenCalled();
    await byMember(link, click());
    expect(onTake).toHaveBeenCalledWith('people_best_client', 2, true);
  });
});
