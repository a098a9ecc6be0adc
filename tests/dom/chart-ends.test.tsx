import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayNumber } from '../../src/core/score/local-day';
import { pillars, type Pillar } from '../../src/core/score/pillar';
import { ChartEnds, PillarToggles } from '../../src/scorecard/history/chart-ends';
import { measureLines, rankLines } from '../../src/scorecard/history/history-lines';
import { historyPanes, type Shown } from '../../src/scorecard/history/history-panes';
import { layOutChart, type LayoutQuestion } from '../../src/ui/chart/chart-layout';
import type { ChartPane } from '../../src/ui/chart/chart-pane';
import { lineOf } from '../../src/ui/chart/line';
import { readoutOf } from '../../src/ui/history-readout';
import type { Surroundings } from '../../src/words/surroundings';
import { sampleHistory, sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

afterEach(cleanup);

const around: Surroundings = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const history = sampleHistory();
const to = dayNumber(sampleToday);
const all: Shown = new Set(['total', ...pillars]);

function layout(shown: Shown = all, changes: Partial<LayoutQuestion> = {}) {
  return layOutChart({
    panes: historyPanes(
      {
        measures: measureLines(history, []),
        trends: {},
        ranks: rankLines(history),
        shown,
        to,
        goals: [],
        events: [],
      },
      around,
    ),
    ...{ from: to - 90, to, today: to, named: true, width: 700, textScale: 1, mirrored: false },
    ...{ language: 'en-GB', todayLabel: 'Today' },
    ...changes,
  });
}

function show(shown: Shown = all, day?: number, changes: Partial<LayoutQuestion> = {}) {
  const onToggle = vi.fn<(pillar: Pillar) => void>();
  const pointed =
    day === undefined ? undefined : { day, readout: readoutOf({ history, totals: [], events: [] }, day, around) };
  const { container } = render(
    <ChartEnds layout={layout(shown, changes)} pointed={pointed} onToggle={onToggle} around={around} />,
  );
  const ends = [...container.querySelectorAll('.chart-end')].map((end) => end.textContent);
  return { container, ends, onToggle };
}

describe('the ends of the lines', () => {
  it('have the newest values, and under a crosshair those of its day in the same places', () => {
    expect(show().ends.slice(0, 5)).toEqual([
      '63.0Total',
      '19.3Relationships',
      '17.6Professional brand',
      '14.9Insights',
      '11.2Right people',
    ]);
    cleanup();
    const { ends } = show(all, dayNumber('2026-10-09'));
    expect(ends[0]).toMatch(/^61\.2.*Total$/);
    expect(ends[1]).toMatch(/^18\.6.*Relationships$/);
    expect(ends).toHaveLength(7);
  });

  it('have a dash on a day without a reading, and say nothing of the newest one then', () => {
    const gap = history.findIndex(
      ({ day }, index) => index > 0 && dayNumber(day) - dayNumber(history[index - 1]!.day) > 5 && day > '2026-07-20',
    );
    const { ends } = show(all, dayNumber(history[gap]!.day) - 1);
    expect(ends.every((end) => end.startsWith('\u2013'))).toBe(true);
  });

  it('switch their pillar on and off', () => {
    const { onToggle } = show(new Set(['total', 'brand', 'people', 'insights']), dayNumber('2026-10-09'));
    const [on, off] = ['Insights', 'Relationships'].map((name) => screen.getByRole('button', { name }));
    expect(on!.getAttribute('aria-pressed')).toBe('true');
    expect(off!.getAttribute('aria-pressed')).toBe('false');
    // Of a line that is not drawn there is no value.
    expect(off!.textContent).toBe('Relationships');
    fireEvent.click(on!);
    fireEvent.click(off!);
    expect(onToggle.mock.calls).toEqual([['insights'], ['relationships']]);
  });

  it('can be pressed also where their line is out of view', () => {
    show(all, undefined, { from: to - 5000, to: to - 4000 });
    expect(screen.getAllByRole('button')).toHaveLength(4);
  });

  it('are only values where names have no room, and the names are buttons under the chart', () => {
    expect(show(new Set(['total', 'people']), undefined, { width: 320 }).ends).toEqual(['63.0', '11.2', '12%', '30%']);
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    const onToggle = vi.fn<(pillar: Pillar) => void>();
    render(<PillarToggles isOn={(pillar) => pillar === 'people'} onToggle={onToggle} say={sayEnglish} />);
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-pressed'))).toEqual([
      'false',
      'true',
      'false',
      'false',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Insights' }));
    expect(onToggle.mock.calls).toEqual([['insights']]);
  });

  it('take the room of a target each, whatever their values, and none lies over another', () => {
    const values = fc.tuple(...pillars.map(() => fc.double({ min: 0, max: 25, noNaN: true })));
    fc.assert(
      fc.property(values, fc.subarray([...pillars]), fc.constantFrom(1, 1.3), (scores, off, textScale) => {
        const lines = pillars.map((of, index) => ({
          of,
          line: lineOf([{ day: to, value: scores[index]! }]),
          name: of,
          markers: [],
        }));
        const pane: ChartPane = {
          ...{ id: 'pillars', height: 40, maximum: 25, formatTick: String, formatValue: String },
          lines: lines.filter(({ of }) => !off.includes(of)),
          off: lines.filter(({ of }) => off.includes(of)),
          goals: [{ of: 'people', target: 20, label: 'Goal' }],
        };
        const [drawn] = layout(all, { panes: [pane], textScale }).panes;
        const places = drawn!.labels.map(({ y, of }) => ({ y, half: (of === undefined ? 8 : 12) * textScale }));
        expect(places).toHaveLength(5);
        for (const [index, { y, half }] of places.entries()) {
          expect(y).toBeGreaterThanOrEqual(drawn!.plot.top - 1e-6);
          expect(y).toBeLessThanOrEqual(drawn!.plot.bottom + 1e-6);
          const before = places[index - 1];
          if (before) expect(y - before.y).toBeGreaterThanOrEqual(half + before.half - 1e-6);
        }
      }),
    );
  });

  it('begin beside the plot in both directions', () => {
    for (const mirrored of [false, true]) {
      const { plot, panes, width } = layout(all, { mirrored });
      for (const { labelX } of panes) {
        expect(mirrored ? labelX < plot.left : labelX > plot.right).toBe(true);
        expect(labelX).toBeGreaterThan(0);
        expect(labelX).toBeLessThan(width);
      }
    }
  });
});
