import type { ChartPane } from './chart-pane';
import type { LineFrame } from './draw-line';

/** The member's own words above the plot, and the mark that they are about. */
export interface WrittenMark {
  readonly day: number;
  readonly text: string;
  /** Where the words begin or end, in CSS pixels. */
  readonly x: number;
  readonly anchor: 'start' | 'end';
  /** Of the mark; absent when it stands on the axis. */
  readonly value?: number | undefined;
}

/** A letter is about this wide, in CSS pixels of text as designed; words that are longer than so many letters are cut, and more where there is less room. */
const letter = 5.8;
const longest = [40, 24] as const;

/** From an upright to its words, and from words to their neighbours, in CSS pixels. */
const beside = 4;
const between = 8;

/** The words of a pane's marks for which there is room beside each other, the newest first: all others are told under the crosshair. */
export function writtenMarks(
  { lines }: ChartPane,
  { plot, from, to, x, textScale }: Pick<LineFrame, 'plot' | 'from' | 'to' | 'x'> & { readonly textScale: number },
): readonly WrittenMark[] {
  const taken: (readonly [left: number, right: number])[] = [];
  return lines
    .flatMap(({ markers }) => markers)
    .filter(({ written, day }) => written && day >= from && day <= to)
    .toReversed()
    .flatMap(({ day, label, value }): readonly WrittenMark[] => {
      const at = x(day);
      for (const most of longest) {
        const text = cutAtWord(label, most);
        const width = text.length * letter * textScale;
        const anchor = at + beside + width <= plot.right ? 'start' : 'end';
        const left = anchor === 'start' ? at : at - beside - width;
        const right = left + beside + width;
        if (left < plot.left || taken.some(([low, high]) => left < high + between && right > low - between)) continue;
        taken.push([left, right]);
        return [{ day, text, value, anchor, x: anchor === 'start' ? at + beside : at - beside }];
      }
      return [];
    });
}

/** Words of at most so many letters; what is cut ends with a whole word where the language parts words. */
function cutAtWord(words: string, most: number): string {
  if (words.length <= most) return words;
  const space = words.lastIndexOf(' ', most - 1);
  return `${words.slice(0, space > most / 2 ? space : most - 1).trimEnd()}\u2026`;
}
