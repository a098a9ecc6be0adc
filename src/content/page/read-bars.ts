import { forEachPillar, pillarMaximum, pillars, type Scores } from '../../core/score/pillar';
import { addsUp } from '../../core/score/reading';
import type { WayResult } from './candidate';
import type { Figure } from './find-figures';
import { parseNumbers } from './parse-number';
import { selectors } from './selectors';

/** The page prints three digits behind the decimal mark. */
const printedPrecision = 0.0005;

/**
 * A bar's score: its value, a float with a point in every language, which its text (never painted) must repeat where it has one, out of 25.
 * NaN for anything else.
 */
function scoreOf(bar: Element): number {
  const value = bar.getAttribute('value') ?? '';
  if (!isPlainNumber(value)) return Number.NaN;
  if (Number(bar.getAttribute('max') ?? pillarMaximum) !== pillarMaximum) return Number.NaN;
  const printed = parseNumbers(bar.textContent);
  const repeated = printed.findIndex((number) => Math.abs(number.value - Number(value)) <= printedPrecision + 1e-5);
  const others = printed.filter((_, index) => index !== repeated);
  const agrees = printed.length === 0 || (repeated >= 0 && others.every((number) => number.value === pillarMaximum));
  return agrees ? Number(value) : Number.NaN;
}

/** Whether a value is a number as browsers write it: "20.998", "5e-7"; no sign, no space, no name for infinity. */
function isPlainNumber(value: string): boolean {
  for (const character of value) if (!'0123456789.-eE'.includes(character)) return false;
  return value >= '0' && value < ':' && Number.isFinite(Number(value));
}

/** The element that prints the score of `bar`, for what is shown beside it: its item's number where there is one, else the bar. */
function printedScoreOf(bar: Element): Element {
  return bar.closest(selectors.barRow)?.querySelector(selectors.printedScore) ?? bar;
}

/**
 * Reads the four `<progress>` bars by their ids: the exact scores, in float32. Four bars are a candidate whatever they say, so that bars
 * which contradict the page keep the judge from believing another way.
 */
export function readBars(document: Document, figures: readonly Figure[]): WayResult {
  const nothing = (failure?: string): WayResult => ({
    way: 'bars',
    candidates: [],
    failures: failure ? [failure] : [],
  });
  const found = [...document.querySelectorAll(selectors.bars)];
  if (found.length === 0) return nothing();
  const bars = forEachPillar((pillar) => found.find((bar) => bar.matches(selectors[pillar])));
  const { brand, people, insights, relationships } = bars;
  if (!brand || !people || !insights || !relationships || found.length !== pillars.length) {
    return nothing(
      `bars: ${found.length} with a known ending, ${pillars.filter((pillar) => bars[pillar]).length} known`,
    );
  }
  const elements = { brand, people, insights, relationships };
  const scores = forEachPillar((pillar) => scoreOf(elements[pillar]));
  const total = totalOf(document, figures, scores);
  return {
    way: 'bars',
    candidates: [
      {
        way: 'bars',
        scores,
        precision: 0,
        shownTotal: total?.total ?? Number.NaN,
        anchors: {
          ...(total && { total: total.element }),
          pillars: forEachPillar((pillar) => printedScoreOf(elements[pillar])),
        },
      },
    ],
    failures: total ? [] : ['bars: no total that fits'],
  };
}

/** The member's total: the figure of the known classes, else one that is no group's and fits the scores. */
function totalOf(
  document: Document,
  figures: readonly Figure[],
  scores: Scores,
): { readonly total: number; readonly element: Element } | undefined {
  const [caption, ...others] = document.querySelectorAll(selectors.memberTotal);
  if (!caption) return figures.find(({ total, owner }) => owner !== 'group' && addsUp(scores, total));
  const [number, ...more] = parseNumbers(caption.textContent);
  return number && others.length === 0 && more.length === 0 ? { total: number.value, element: caption } : undefined;
}
