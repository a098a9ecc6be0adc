import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Action } from '../../src/core/rows/action';
import { dayNumber, localDayOf } from '../../src/core/score/local-day';
import { Chart } from '../../src/ui/chart/chart';
import { ChartDrawing } from '../../src/ui/chart/chart-drawing';
import { layOutChart, type LayoutQuestion } from '../../src/ui/chart/chart-layout';
import type { ChartPane } from '../../src/ui/chart/chart-pane';
import { lineOf } from '../../src/ui/chart/line';
import { historyEvents, measureChartLine } from '../../src/ui/measure-pane';
import { sayEnglish } from './say-english';

afterEach(cleanup);

const today = dayNumber('2026-11-27');
/** Weekly readings up to a week before today. */
const weekly = lineOf([42, 35, 28, 21, 14, 7].map((ago) => ({ day: today - ago, value: 60 - ago / 7 })));
const action = (ago: number, of: Partial<Action> = {}): Action =>
  ({
    kind: 'tip',
    id: `tip ${ago} ${of.pillar ?? 'people'}`,
    tip: 'people_best_client',
    member: 'unknown',
    pillar: 'people',
    day: localDayOf(today - ago),
    recordedAt: 0,
    ...of,
  }) as Action;
const note = (ago: number, text: string) => action(ago, { kind: 'note', text, id: text });

const paneWith = (actions: readonly Action[], changes: Partial<ChartPane> = {}): ChartPane => ({
  id: 'total',
  height: 100,
  maximum: 100,
  lines: [measureChartLine({ of: 'total', line: weekly, events: historyEvents([], actions, sayEnglish) }, sayEnglish)],
  goals: [],
  formatTick: String,
  formatValue: String,
  ...changes,
});
const frame = (pane: ChartPane, changes: Partial<LayoutQuestion> = {}): LayoutQuestion => ({
  panes: [pane],
  from: today - 42,
  to: today,
  today,
  named: true,
  width: 700,
  textScale: 1,
  mirrored: false,
  language: 'en-GB',
  todayLabel: 'Today',
  ...changes,
});
function draw(pane: ChartPane, changes: Partial<LayoutQuestion> = {}) {
  const layout = layOutChart(frame(pane, changes));
  const { container } = render(
    <svg>
      <ChartDrawing layout={layout} textScale={1} rescalings={[]} waitingFrom={undefined} />
    </svg>,
  );
  const dots = [...container.querySelectorAll('.chart-dot')].map((dot) => ({
    of: dot.getAttribute('class'),
    x: Number(dot.getAttribute('cx')),
    y: Number(dot.getAttribute('cy')),
  }));
  return { layout, container, dots };
}

describe('the mark of what was done', () => {
  it('on the day of the newest reading is seen in its place', () => {
    const { dots, layout } = draw(paneWith([action(7)]));
    expect(dots).toEqual([{ of: 'chart-dot fill-people', x: layout.x(today - 7), y: layout.panes[0]!.y(59) }]);
  });

  it('after the newest reading stands on the axis, and not in the air', () => {
    const { dots, layout } = draw(paneWith([action(2)]));
    expect(dots.find(({ of }) => of === 'chart-dot fill-people')).toMatchObject({
      x: layout.x(today - 2),
      y: layout.panes[0]!.plot.bottom,
    });
  });

  it('between two readings lies on the line', () => {
    const { dots, layout } = draw(paneWith([action(17)]));
    expect(dots[0]!.y).toBeCloseTo(layout.panes[0]!.y(60 - 17 / 7), 6);
  });

  it('of several pillars in one place has a slice of each, and is no dot of a reading', () => {
    const { container } = draw(paneWith([action(14), action(14, { pillar: 'brand' })]));
    const slices = [...container.querySelectorAll('[stroke-dashoffset]')].map((slice) => slice.getAttribute('class'));
    expect(slices).toEqual(['stroke-people', 'stroke-brand']);
  });

  it('of one pillar done twice in one place is a dot in its colour', () => {
    const { container } = draw(paneWith([action(14), action(14, { id: 'again' })]));
    expect(container.querySelectorAll('[stroke-dashoffset]')).toHaveLength(0);
    expect(container.querySelectorAll('.chart-dot.fill-people')).toHaveLength(1);
  });
});

describe('a zoomed chart', () => {
  it('has no end dot where the line runs on out of view', () => {
    expect(draw(paneWith([]), { from: today - 40, to: today - 20 }).dots).toEqual([]);
    expect(draw(paneWith([])).dots).toHaveLength(1);
  });
});

describe('lines that lie on each other', () => {
  const pillar = (of: 'brand' | 'people', line = weekly) => measureChartLine({ of, line, events: [] }, sayEnglish);
  const dashes = (container: Element) =>
    ['brand', 'people'].map((of) => {
      const path = container.querySelector(`.stroke-${of} > .chart-line`)!;
      return [path.getAttribute('stroke-dasharray'), path.getAttribute('stroke-dashoffset')];
    });

  it('take turns, so that both are seen, and end in one dot of both', () => {
    const { container } = draw(paneWith([], { lines: [pillar('brand'), pillar('people')] }));
    expect(dashes(container)).toEqual([
      ['6 6', '0'],
      ['6 6', '-6'],
    ]);
    const slices = [...container.querySelectorAll('circle[stroke-dashoffset]')];
    expect(slices.map((slice) => slice.getAttribute('class'))).toEqual(['stroke-brand', 'stroke-people']);
  });

  it('but for one reading are whole', () => {
    const other = lineOf(weekly.points.map((point, index) => (index === 0 ? { ...point, value: 50 } : point)));
    const { container } = draw(paneWith([], { lines: [pillar('brand'), pillar('people', other)] }));
    expect(dashes(container)).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('notes', () => {
  it('are written above the chart of the total, and what else was done is not', () => {
    const { container } = draw(paneWith([note(28, 'New job'), action(14)]));
    expect([...container.querySelectorAll('.chart-written')].map((words) => words.textContent)).toEqual(['New job']);
  });

  it('are not written in the popup, which has no room for them', () => {
    expect(
      draw(paneWith([note(28, 'New job')]), { named: false }).container.querySelector('.chart-written'),
    ).toBeNull();
  });

  it('never lie over each other nor outside the plot, and of two too close the newer is written', () => {
    const { layout } = draw(paneWith([note(28, 'Holiday in the mountains'), note(27, 'New job')]));
    expect(layout.panes[0]!.written.map(({ text }) => text)).toEqual(['New job']);

    const notes = fc.array(fc.tuple(fc.integer({ min: 0, max: 42 }), fc.string({ minLength: 1, maxLength: 60 })));
    fc.assert(
      fc.property(notes, fc.boolean(), (written, mirrored) => {
        const made = written.toSorted(([one], [other]) => other - one).map(([ago, text]) => note(ago, text));
        const { panes, plot } = layOutChart(frame(paneWith(made), { mirrored }));
        const places = panes[0]!.written.map(({ x, text, anchor }) => {
          const width = text.length * 5.8;
          return anchor === 'start' ? [x, x + width] : [x - width, x];
        });
        for (const [index, [left = 0, right = 0]] of places.entries()) {
          expect(left).toBeGreaterThanOrEqual(plot.left);
          expect(right).toBeLessThanOrEqual(plot.right + 1e-6);
          for (const [low = 0, high = 0] of places.slice(index + 1)) expect(left >= high || right <= low).toBe(true);
        }
      }),
    );
  });
});

describe('what a chart says to who does not see it', () => {
  it('is short at each key, and everything on Enter', () => {
    render(
      <Chart
        label="History"
        help="Keys"
        panes={[paneWith([])]}
        stretch={{ from: today - 42, to: today }}
        rescalings={[]}
        cursor={today - 7}
        onCursor={() => undefined}
        describe={(day) => `short ${today - day}`}
        tell={(day) => `all of ${today - day}`}
        overlay={() => null}
        named
        around={{ today: localDayOf(today), timeZone: 'UTC', language: 'en-GB', say: sayEnglish }}
        mirrored={false}
        width={700}
      />,
    );
    const chart = screen.getByRole('slider', { name: 'History' });
    expect(chart.getAttribute('aria-valuetext')).toBe('short 7');
    expect(screen.getByRole('status').textContent).toBe('');
    fireEvent.keyDown(chart, { key: 'Enter' });
    expect(screen.getByRole('status').textContent).toBe('all of 7');
    fireEvent.keyDown(chart, { key: 'ArrowLeft' });
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
