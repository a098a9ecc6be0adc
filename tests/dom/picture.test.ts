import { cleanup } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/core/score/local-day';
import { chartFile, type ChartFileQuestion } from '../../src/scorecard/history/chart-file';
import { measureLines } from '../../src/scorecard/history/history-lines';
import { historyPanes } from '../../src/scorecard/history/history-panes';
import { svgFile } from '../../src/scorecard/picture';
import type { Surroundings } from '../../src/words/surroundings';
import { sampleHistory, sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

afterEach(cleanup);

const shape = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
// This environment writes U+00A0 as an entity that XML does not have.
const read = async (file: Blob) =>
  new DOMParser().parseFromString((await file.text()).replaceAll('&nbsp;', '\u00a0'), 'image/svg+xml');

describe('a saved picture', () => {
  it('is the drawing on its ground, as large as it says, and needs no style sheet', async () => {
    const svg = shape('svg') as SVGSVGElement;
    svg.setAttribute('viewBox', '0 0 100 50.5');
    svg.appendChild(shape('circle')).setAttribute('class', 'fill-total');
    document.body.replaceChildren(svg);
    const picture = (await read(svgFile(svg))).documentElement;
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).toEqual(['100', '50.5']);
    expect(picture.querySelector('rect')!.getAttribute('height')).toBe('50.5');
    expect(picture.querySelector('circle')!.hasAttribute('class')).toBe(false);
  });
});

describe('a saved chart', () => {
  const around: Surroundings = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
  const to = dayNumber(sampleToday);
  const question: ChartFileQuestion = {
    panes: historyPanes(
      {
        measures: measureLines(sampleHistory(), []),
        trends: {},
        shown: new Set(['total', 'people']),
        to,
        goals: [],
        events: [],
      },
      around,
    ),
    stretch: { from: dayNumber('2026-07-16'), to },
    rescalings: [],
    waitingFrom: undefined,
    name: undefined,
    summary: '+11.2 in 3 months',
    outlook: 'Four weeks from now: 61 to 68.',
    theme: 'light',
    around,
    mirrored: false,
  };
  const texts = async (changes: Partial<ChartFileQuestion> = {}) =>
    [...(await read(await chartFile({ ...question, ...changes }, 'svg'))).querySelectorAll('text')].map(
      (text) => text.textContent,
    );

  it('says of which days it is, on which day and by what it was made, and never "Today"', async () => {
    const said = await texts();
    expect(said).toContain('Social Selling Index, 16 Jul\u2009\u2013\u200916 Oct 2026');
    expect(said).toContain('SSI Scorecard');
    expect(said).toContain('16 October 2026');
    expect(said).toContain('16 Oct 2026');
    expect(said).toContain('+11.2 in 3 months');
    expect(said).toContain('Four weeks from now: 61 to 68.');
    expect(said).not.toContain('Today');
  });

  it('has a name on it only where that is wanted', async () => {
    expect((await texts()).filter((text) => text.includes('Anna'))).toEqual([]);
    expect(await texts({ name: 'Anna' })).toContain('Anna');
  });

  it('names what it draws at the line ends, and nothing that is switched off', async () => {
    const said = await texts();
    expect(said).toContain('63.0\u00a0Total');
    expect(said).toContain('11.2\u00a0Right people');
    expect(said.filter((text) => text.includes('Insights'))).toEqual([]);
  });

  it('leaves nothing behind in the page', async () => {
    await texts();
    expect(document.querySelector('.picture-stage')).toBeNull();
  });
});
