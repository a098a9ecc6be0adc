import type { ColumnCells } from './column-cells';

/** Times of a day and the like: two readings of one member, not two members. */
const timesOfDay =
  /^(am|pm|a\.m\.|p\.m\.|(early |late )?(morning|noon|midday|afternoon|evening|night|start|end)( of day)?|before|after|first|second|third|open|close|\d+|#\d+|früh|morgens?|mittags?|nachmittags?|abends?|nachts?|matin|midi|après-midi|soir|nuit|mañana|tarde|noche|manhã|noite|mattina|pomeriggio|sera|notte|ochtend|middag|avond|rano|południe|wieczór|sabah|öğle|akşam|朝|昼|夕|晩|夜|早上|中午|晚上|아침|저녁|صباح\S*|مساء\S*|утро|день|вечер|ночь)$/iu;

/**
 * The column that tells whose row each is: texts of which few differ, while days come again with another text each; or one called so with few names. `undefined` when
 * every row is of one member.
 */
export function personColumn(columns: readonly ColumnCells[], day: ColumnCells | undefined): ColumnCells | undefined {
  if (day === undefined) return undefined;
  const candidates = columns.filter(
    ({ filled, numberCount, different, dateCount, texts, clockCount }) =>
      filled >= texts.length * 0.8 &&
      numberCount < filled * 0.2 &&
      dateCount < filled * 0.2 &&
      clockCount < filled * 0.2 &&
      different.size >= 2 &&
      different.size <= Math.max(2, Math.min(60, filled / 2)) &&
      ![...different].every((text) => timesOfDay.test(text)),
  );
  return candidates.find((column) => {
    const says = column.heading.means.has('person');
    if (says && !column.heading.means.has('score')) return true;
    return splitsDays(column, day);
  });
}

/** Whether most days come with several of a column's texts, and never twice with one. */
function splitsDays({ texts }: ColumnCells, { texts: days }: ColumnCells): boolean {
  const byDay = new Map<string, string[]>();
  for (const [line, day] of days.entries()) byDay.set(day, [...(byDay.get(day) ?? []), texts[line] ?? '']);
  const several = [...byDay.values()].filter((list) => list.length > 1);
  return several.length >= byDay.size * 0.3 && several.every((list) => new Set(list).size === list.length);
}
