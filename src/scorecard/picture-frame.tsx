import type { LocalDay } from '../core/score/local-day';
import type { Settings } from '../core/settings';
import { Mark } from '../ui/mark';
import { formatLongDay } from '../words/format-day';
import type { Surroundings } from '../words/surroundings';

/** The theme in which a picture is made at first: that of the page. */
export function shownTheme(theme: Settings['theme']): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** A box of a picture, in its units. */
interface PictureBox {
  readonly width: number;
  readonly height: number;
  /** Around everything. */
  readonly margin: number;
  /** Everything begins at the right, as the language does. */
  readonly mirrored: boolean;
}

export interface PictureHeadProps {
  readonly box: PictureBox;
  /** The member's name; absent where it is not wanted. */
  readonly name: string | undefined;
  readonly title: string;
}

/** Whose, and what: "Anna", "Social Selling Index, October 2026"; two lines, or one without a name. */
export function PictureHead({ box, name, title }: PictureHeadProps) {
  const { margin, width, mirrored } = box;
  const x = mirrored ? width - margin : margin;
  return (
    <>
      <text class="picture-title" x={x} y={margin + 15}>
        {name ?? title}
      </text>
      {name !== undefined && (
        <text class="picture-words" x={x} y={margin + 34}>
          {title}
        </text>
      )}
    </>
  );
}

export interface PictureFootProps {
  readonly box: PictureBox;
  readonly day: LocalDay;
  readonly around: Surroundings;
}

/** By what, and on which day: a picture is looked at on other days, and elsewhere. */
export function PictureFoot({ box, day, around: { say, language } }: PictureFootProps) {
  const { margin, width, height, mirrored } = box;
  const across = (x: number) => (mirrored ? width - x : x);
  const y = height - margin;
  return (
    <>
      <g transform={`translate(${mirrored ? width - margin - markSize : margin} ${y - markSize + 2})`}>
        <Mark size={markSize} />
      </g>
      <text class="picture-product" x={across(margin + markSize + 7)} y={y - 2.5}>
        {say('extension_name')}
      </text>
      <text class="picture-words" x={across(width - margin)} y={y - 2.5} text-anchor="end">
        {formatLongDay(day, '', language)}
      </text>
    </>
  );
}

const markSize = 16;
