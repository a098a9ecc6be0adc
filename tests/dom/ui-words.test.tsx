import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Change } from '../../src/ui/change';
import { formatDay, formatWeekday } from '../../src/words/format-day';
import { formatChange, formatPercent, formatScore, formatSpan, formatTarget } from '../../src/words/format-number';
import { isStale } from '../../src/core/meaning/stale';
import { freshness, type FreshnessQuestion } from '../../src/words/freshness';
import { Ring } from '../../src/ui/ring';
import { sayEnglish } from './say-english';

describe('numbers', () => {
  it('have one decimal, a true minus, and the sign of the language', () => {
    expect(formatScore(63, 'en-GB')).toBe('63.0');
    expect(formatScore(63, 'de')).toBe('63,0');
    expect(formatChange(1.8, 'en-GB')).toBe('+1.8');
    expect(formatChange(-0.4, 'en-GB')).toBe('\u22120.4');
    expect(formatChange(0, 'en-GB')).toBe('0.0');
    expect(formatPercent(12, 'en-GB')).toBe('12%');
    expect(formatPercent(12, 'de')).toBe('12\u00a0%');
    expect(formatTarget(70, 'en-GB')).toBe('70');
    expect(formatTarget(17.5, 'en-GB')).toBe('17.5');
  });

  it('bring their plural with them', () => {
    expect(formatSpan(1, 'month', 'en-GB')).toBe('1 month');
    expect(formatSpan(5, 'week', 'en-GB')).toBe('5 weeks');
    expect(formatSpan(5, 'week', 'pl')).toBe('5 tygodni');
  });
});

describe('days', () => {
  it('are written with the year only when it is another', () => {
    expect(formatDay('2026-10-16', '2026-10-16', 'en-GB')).toBe('16 Oct');
    expect(formatDay('2025-08-18', '2026-10-16', 'en-GB')).toBe('18 Aug 2025');
    expect(formatWeekday('2026-10-09', '2026-10-16', 'en-GB')).toMatch(/^Fri,? 9 Oct$/);
  });

  it('are nothing when there is no such day', () => {
    expect(formatDay('soon', '2026-10-16', 'en-GB')).toBe('');
  });
});

const question: FreshnessQuestion = {
  day: '2026-10-16',
  readAt: Date.parse('2026-10-16T07:14:00Z'),
  source: 'bars',
  today: '2026-10-16',
  timeZone: 'Europe/Berlin',
  language: 'en-GB',
  which: 'latest',
};

describe('freshness', () => {
  it.each([
    { changes: {}, text: 'Updated today, 09:14' },
    { changes: { today: '2026-10-17' }, text: 'Updated yesterday, 09:14' },
    { changes: { today: '2026-10-19' }, text: 'Updated 3 days ago' },
    { changes: { which: 'first' }, text: 'First reading today, 09:14' },
    { changes: { which: 'last', today: '2026-10-28' }, text: 'Last updated 12 days ago' },
    // Of a day that was typed or filed without a time there is none to tell.
    { changes: { source: 'by-hand' }, text: 'Updated today, 09:14' },
    { changes: { source: 'by-hand', day: '2026-10-15' }, text: 'Updated yesterday' },
    { changes: { source: 'import', readAt: Date.parse('2026-10-15T22:00:00Z') }, text: 'Updated today' },
    // The clock was set back after the reading.
    { changes: { today: '2026-10-14' }, text: 'Updated 16 Oct' },
  ] satisfies { changes: Partial<FreshnessQuestion>; text: string }[])('says "$text"', ({ changes, text }) => {
    expect(freshness({ ...question, ...changes }, sayEnglish)).toBe(text);
  });

  it('turns stale on the eighth day', () => {
    expect(isStale('2026-10-01', '2026-10-08')).toBe(false);
    expect(isStale('2026-10-01', '2026-10-09')).toBe(true);
  });
});

describe('a change', () => {
  it.each([
    { points: 1.8, direction: 'up', text: '+1.8' },
    { points: -0.4, direction: 'down', text: '\u22120.4' },
    { points: 0, direction: 'same', text: '0.0' },
    { points: 0.04, direction: 'same', text: '0.0' },
  ])('of $points is shown as $direction with $text', ({ points, direction, text }) => {
    const { container } = render(<Change points={points} language="en-GB" />);
    expect(container.firstElementChild?.className).toBe(`change change-${direction}`);
    expect(container.textContent).toBe(text);
  });
});

describe('the ring', () => {
  const lengthOf = (path: string) => {
    const [, x1, y1, x2, y2] = /M([\d.]+) ([\d.]+)A.* ([\d.]+) ([\d.]+)$/.exec(path)!.map(Number);
    return Math.hypot(x2! - x1!, y2! - y1!);
  };

  it('fills each quarter as far as its pillar, and leaves that of a zero empty', () => {
    const { container } = render(
      <Ring size={112} thickness={11} scores={{ brand: 25, people: 12.5, insights: 1, relationships: 0 }} total="39" />,
    );
    const filled = [...container.querySelectorAll('path[class^="stroke-"]')];
    expect(filled.map((path) => path.getAttribute('class'))).toEqual([
      'stroke-brand',
      'stroke-people',
      'stroke-insights',
    ]);
    const [brand, people, insights] = filled.map((path) => lengthOf(path.getAttribute('d')!));
    expect(brand).toBeGreaterThan(people!);
    expect(people).toBeGreaterThan(insights!);
    expect(container.querySelectorAll('.track')).toHaveLength(4);
  });

  it('moves only when it is told to', () => {
    const scores = { brand: 10, people: 10, insights: 10, relationships: 10 };
    const still = render(<Ring size={112} thickness={11} scores={scores} />);
    expect(still.container.querySelector('.ring-drawn')).toBeNull();
    const moving = render(<Ring size={112} thickness={11} scores={scores} drawn />);
    expect(moving.container.querySelectorAll('.ring-drawn')).toHaveLength(4);
  });
});
