import { pillars, totalMaximum, type Scores } from '../../core/score/pillar';
import { parseNumbers, type ParsedNumber } from './parse-number';
import { selectors } from './selectors';

/** The hidden table beside a donut: four scores in the page's order and the points that remain to 100. */
export interface ScoreTable {
  readonly element: Element;
  readonly scores: Scores;
  /** 100 less the remaining points: the whole number the donut prints. */
  readonly total: number;
  /** Half a unit of the last digit printed, in points. */
  readonly precision: number;
  /** The cells of the four scores, in the page's order of the pillars. */
  readonly cells: Readonly<Record<keyof Scores, Element>>;
}

interface ValueCell extends ParsedNumber {
  readonly element: Element;
}

/**
 * Reads `table`: rows of a label and one number, of which there are exactly five, after any heading. Undefined for another table.
 * Whether its numbers add up is for the judge.
 */
function readTable(table: Element): ScoreTable | undefined {
  const values: ValueCell[] = [];
  for (const row of table.querySelectorAll(selectors.tableRow)) {
    const [cell, ...others] = row.querySelectorAll(selectors.tableValue);
    if (!cell) continue;
    const [number, ...more] = parseNumbers(cell.textContent);
    if (!number || more.length > 0 || others.length > 0) return undefined;
    values.push({ ...number, element: cell });
  }
  const [brand, people, insights, relationships, remaining] = values;
  if (!brand || !people || !insights || !relationships || !remaining) return undefined;
  if (values.length > pillars.length + 1) return undefined;
  const finest = Math.max(...values.slice(0, pillars.length).map(({ decimals }) => decimals));
  return {
    element: table,
    scores: {
      brand: brand.value,
      people: people.value,
      insights: insights.value,
      relationships: relationships.value,
    },
    total: totalMaximum - remaining.value,
    // A table that shows no third digit may have rounded it away.
    precision: finest > 2 ? 0.0005 : 0.005,
    cells: {
      brand: brand.element,
      people: people.element,
      insights: insights.element,
      relationships: relationships.element,
    },
  };
}

/** Every table of the page that can be a donut's, whoever's. */
export function findTables(tables: readonly Element[]): ScoreTable[] {
  return tables.map(readTable).filter((table) => table !== undefined);
}
