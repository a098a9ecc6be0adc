import { forEachPillar } from '../../core/score/pillar';
import { addsUp } from '../../core/score/reading';
import type { Candidate, WayResult } from './candidate';
import type { Figure } from './find-figures';
import type { ScoreList } from './find-lists';
import { namesGroup } from './group-words';
import { smallestAround, type PageText } from './page-text';

/**
 * Reads the shown values with no class or id to rely on: a list of four labelled scores in the section of a figure "N out of 100" to
 * which they add up. A section that repeats its total in a sentence, or speaks of an industry or a network, is a group's.
 */
export function readBare(text: PageText, lists: readonly ScoreList[], figures: readonly Figure[]): WayResult {
  const candidates: Candidate[] = [];
  const failures: string[] = [];
  for (const list of lists) {
    const scores = forEachPillar((pillar) => list.numbers[pillar].value);
    const [figure, ...others] = figures.filter(
      ({ section, total }) => section.contains(list.around) && addsUp(scores, total),
    );
    if (!figure || others.length > 0) failures.push('bare: four scores without a total that fits');
    else if (figure.owner === 'group' || isUnderGroupHeading(text, list, figure))
      failures.push("bare: a group's scores");
    else {
      candidates.push({
        way: 'bare',
        scores,
        precision: 0.0005,
        shownTotal: figure.total,
        anchors: { total: figure.element, pillars: forEachPillar((pillar) => list.numbers[pillar].element) },
      });
    }
  }
  return { way: 'bare', candidates, failures };
}

/** Whether the words around a list and its figure, other than their own, name a group. */
function isUnderGroupHeading(text: PageText, list: ScoreList, figure: Figure): boolean {
  const around = smallestAround([list.around, figure.around]);
  return text.runs.some(
    (run) =>
      run.numbers.length === 0 &&
      around?.contains(run.element) &&
      !list.around.contains(run.element) &&
      !figure.around.contains(run.element) &&
      namesGroup(run.text) !== undefined,
  );
}
