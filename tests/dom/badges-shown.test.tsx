import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BadgeNumbers } from '../../src/core/badge-numbers';
import { forEachPillar } from '../../src/core/pillar';
import { fail, succeed } from '../../src/core/result';
import { badgeView } from '../../src/background/badge-view';
import { Badges } from '../../src/content/badges/badges';
import { sayEnglish } from './say-english';

afterEach(cleanup);

const numbers: BadgeNumbers = {
  shown: true,
  change: 1.8,
  goal: { target: 70, band: 'on-the-way' },
  weakest: 'people',
  tip: {
    id: 'people_best_client',
    titleKey: 'tip_people_best_client_title',
    whyKey: 'tip_people_best_client_why',
    minutes: 10,
    address: 'https://www.linkedin.com/search/results/people/',
    belowIndustry: 0.8,
  },
  pillars: forEachPillar(() => ({
    change: 0.3,
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
      [3, 10],
      [0, 10.3],
    ] as const,
  })),
};

function show(shown: BadgeNumbers = numbers, language = 'en') {
  const actions = {
    onDone: vi.fn(() => Promise.resolve(succeed(() => Promise.resolve(succeed(null))))),
    onHide: vi.fn(() => Promise.resolve(fail('storage-full'))),
  };
  const { container } = render(
    <Badges
      view={badgeView(shown, sayEnglish, language, false)}
      tipActions={{ onDone: actions.onDone }}
      onHide={actions.onHide}
      sayError={(error) => error}
    />,
  );
  const badges = () =>
    [...container.querySelectorAll<HTMLElement>('[data-badge]')].map((badge) => badge.dataset['badge']);
  return { container, badges, ...actions };
}

describe('the badges', () => {
  test('say everything in words too, for who cannot see them', () => {
    const { container } = show();
    const text = (name: string) => container.querySelector(`[data-badge=${name}]`)?.textContent;
    expect(text('total')).toBe('Your total: +1.8this weekOn the way to 70');
    expect(text('people')).toBe('Right people: +0.3 this week');
    expect(container.querySelector('[data-badge=start]')?.getAttribute('aria-label')).toBe(
      'Start here: a tip for Right people',
    );
  });

  test('write numbers as their language does', () => {
    const { container } = show(numbers, 'de');
    expect(container.querySelector('[data-badge=total]')?.textContent).toContain('+1,8');
  });

  test('without a goal have no band, without a change only lines, and without either no pill on the total', () => {
    const { badges, container } = show(bare);
    expect(badges()).toEqual(['brand', 'people', 'insights', 'relationships', 'foot']);
    expect(container.querySelector('[data-badge=people] svg.line')).not.toBeNull();
    expect(container.querySelector('.change')).toBeNull();
    cleanup();
    const { goal, ...changed } = numbers;
    expect(goal).toBeDefined();
    expect(show(changed).container.querySelector('.band')).toBeNull();
  });

  test('of a first reading are the way to begin and nothing else', () => {
    const pillars = forEachPillar(() => ({ line: [[0, 10]] as const }));
    const first = { ...bare, ...(numbers.tip && { tip: numbers.tip }), pillars };
    expect(show(first).badges()).toEqual(['start']);
    cleanup();
    expect(show({ ...bare, pillars }).badges()).toEqual([]);
  });

  test('do nothing for a click that a script made up', async () => {
    const { container, onHide } = show();
    container.querySelector<HTMLElement>('[data-badge=start]')?.click();
    container.querySelector<HTMLElement>('.hide')?.click();
    await Promise.resolve();
    expect(container.querySelector('[role=dialog]')).toBeNull();
    expect(onHide).not.toHaveBeenCalled();
  });
});
