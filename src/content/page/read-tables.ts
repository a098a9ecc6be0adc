import { pillars } from '../../core/score/pillar';
import { float32Tolerance } from '../../core/score/reading';
import type { Candidate, WayResult } from './candidate';
import type { Figure } from './find-figures';
import type { ScoreList } from './find-lists';
import type { ScoreTable } from './find-tables';

/** Whether a list of printed scores says the same as a table. */
function agrees(list: ScoreList, table: ScoreTable): boolean {
  return pillars.every(
    (pillar) => Math.abs(list.numbers[pillar].value - table.scores[pillar]) <= table.precision + float32Tolerance,
  );
}

/**
 * Reads the hidden accessibility table in the section of the member's own figure. Where no class tells whose the figure is, printed scores
 * that say otherwise win: the table may be an example's.
 */
export function readTables(
  tables: readonly ScoreTable[],
  figures: readonly Figure[],
  lists: readonly ScoreList[],
): WayResult {
  const candidates: Candidate[] = [];
  const failures: string[] = [];
  for (const table of tables) {
    const figure = figures.find(({ section }) => section.contains(table.element));
    const isContradicted =
      figure?.isKnownByClass === false && lists.length > 0 && !lists.some((list) => agrees(list, table));
    if (isContradicted) failures.push('tables: the page prints other scores');
    else if (figure?.owner === 'member' && figure.total === table.total) {
      candidates.push({
        way: 'tables',
        scores: table.scores,
        precision: table.precision,
        shownTotal: table.total,
        anchors: { total: figure.element, pillars: table.cells },
      });
    } else if (figure?.owner === 'member') failures.push('tables: the table and its figure differ');
    else if (figure?.owner !== 'group') failures.push('tables: not known whose');
  }
  return { way: 'tables', candidates, failures };
}
