import type { Measure } from '../../core/score/history';
import type { Pillar } from '../../core/score/pillar';
import type { Line, Point, TrendLine } from './line';

/** What a line's colour says: a measure, or the average of a group. */
export type LineOf = Measure | 'industry' | 'network';

/** Something that happened on a day. */
export interface ChartMarker {
  readonly day: number;
  /** Height on the line, in points. Absent after the newest reading: nothing is known there yet, so it stands on the axis. */
  readonly value?: number | undefined;
  /** Whose colour it has; absent for what is of no pillar. */
  readonly pillar?: Pillar | undefined;
  readonly label: string;
  /** The member's own words, written above it where lines are named and there is room. */
  readonly written?: boolean;
}

/** One measure over time. */
export interface ChartLine {
  readonly of: LineOf;
  /** What was read. */
  readonly line: Line;
  /** The line through the noise, drawn over faint readings; without it the readings are the line. */
  readonly trend?: TrendLine | undefined;
  /** Whether the noise band is drawn around the trend. */
  readonly banded?: boolean;
  /** At the line's end, where lines are named. */
  readonly name: string;
  readonly markers: readonly ChartMarker[];
}

/** Where readings to come may lie, from the newest one on: between two edges, and the ways that lead there. */
export interface Fan {
  readonly low: readonly Point[];
  readonly high: readonly Point[];
  readonly ways: readonly {
    readonly way: 'on-as-28' | 'on-as-14' | 'still';
    /** From the newest reading to where it leads. */
    readonly points: readonly Point[];
    readonly name: string;
  }[];
  /** An end of the range as it is printed. */
  readonly formatEnd: (value: number) => string;
}

/** Lines on one axis of values. */
export interface ChartPane {
  readonly id: string;
  readonly caption?: string;
  /** Height of the plot in CSS pixels, from the highest grid line to the lowest. */
  readonly height: number;
  /** No value can be higher, in points. */
  readonly maximum: number;
  readonly lines: readonly ChartLine[];
  /** Lines that are switched off: not drawn, but named where their ends would be. */
  readonly off?: readonly Pick<ChartLine, 'of' | 'line' | 'name'>[];
  /** Dashed lines. `label` is absent where the axis says enough. */
  readonly goals: readonly { readonly of: Measure; readonly target: number; readonly label?: string }[];
  /** Said in the corner in place of a goal that would lie too far up. */
  readonly corner?: string | undefined;
  /** Where readings to come may lie. Without a crosshair it is named in place of the pane's lines. */
  readonly fan?: Fan | undefined;
  readonly formatTick: (value: number) => string;
  /** The value at the end of a line. */
  readonly formatValue: (value: number) => string;
}
