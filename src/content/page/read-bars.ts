import { forEachPillar, pillarMaximum, pillars, type Scores } from '../../core/score/pillar';
import { addsUp } from '../../core/score/reading';
import type { WayResult } from './candidate';
import type { Figure } from './find-figures';
import type { ScoreSet } from './find-sets';
import { inSight } from './page-text';
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
  // As browsers write it: "20.998", "5e-7"; no sign, no space, no name for infinity.
  if (!/^[0-9][0-9.eE-]*$/.test(value) || !Number.isFinite(Number(value))) return Number.NaN;
  if (Number(bar.getAttribute('max') ?? pillarMaximum) !== pillarMaximum) return Number.NaN;
  const printed = parseNumbers(bar.textContent);
  const repeated = printed.findIndex((number) => Math.abs(number.value - Number(value)) <= printedPrecision + 1e-5);
  const others = printed.filter((_, index) => index !== repeated);
  const agrees = printed.length === 0 || (repeated >= 0 && others.every((number) => number.value === pillarMaximum));
  return agrees && isPrinted(bar, Number(value)) ? Number(value) : Number.NaN;
}

/** The element that prints the score of `bar`, for what is shown beside it: its item's number where there is one, else the bar. */
function printedScoreOf(bar: Element): Element {
  return bar.closest(selectors.barRow)?.querySelector(selectors.printedScore) ?? bar;
}

/** Whether the number printed beside `bar` is its value, as closely as it is printed. */
function isPrinted(bar: Element, value: number): boolean {
  const printed = printedScoreOf(bar);
  const [number] = printed === bar ? [] : parseNumbers(printed.textContent);
  return !number || Math.abs(number.value - value) <= 0.5 / 10 ** Math.min(number.decimals, 3) + 1e-5;
}

/**
 * Reads the four `<progress>` bars by their ids: the exact scores, in float32. Four bars are a candidate whatever they say, so that bars
 * which contradict the page keep the judge from believing another way.
 */
export function readBars(document: Document, figures: readonly Figure[], sets: readonly ScoreSet[]): WayResult {
  const nothing = (failure?: string): WayResult => ({
    way: 'bars',
    candidates: [],
    failures: failure ? [failure] : [],
  });
  const found = inSight(document, selectors.bars);
  if (found.length === 0) return nothing();
  const bars = forEachPillar((pillar) => {
    const [bar, ...others] = found.filter((one) => one.matches(selectors[pillar]));
    return others.length === 0 ? bar : undefined;
  });
  const { brand, people, insights, relationships } = bars;
  if (!brand || !people || !insights || !relationships) {
    return nothing(
      `bars: ${found.length} with a known ending, ${pillars.filter((pillar) => bars[pillar]).length} known`,
    );
  }
  const elements = { brand, people, insights, relationships };
  const scores = forEachPillar((pillar) => scoreOf(elements[pillar]));
  const total = totalOf(document, figures, sets, brand, scores);
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

/** The member's total: the figure of the known classes, else one that is no group's or holds the bars and fits the scores. */
function totalOf(
  document: Document,
  figures: readonly Figure[],
  sets: readonly ScoreSet[],
  brand: Element,
  scores: Scores,
): { readonly total: number; readonly element: Element } | undefined {
  const [caption, ...others] = inSight(document, selectors.memberTotal);
  if (!caption) {
    const figure = figures.find(
      ({ total, owner, section }) => (owner !== 'group' || section.contains(brand)) && addsUp(scores, total),
    );
    return figure ?? sets.find((set) => set.around.contains(brand) && addsUp(scores, set.total.total))?.total;
  }
  const [number, ...more] = parseNumbers(caption.textContent);
  return number && others.length === 0 && more.length === 0 ? { total: number.value, element: caption } : undefined;
}
