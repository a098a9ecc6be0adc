import type { Pillar } from '../core/score/pillar';

/** A change of points as it is shown. */
export interface ShownChange {
  readonly points: number;
  /** "+1.8" */
  readonly text: string;
  /** It means nothing to the member. */
  readonly normal: boolean;
}

/**
 * The badges in words and numbers: the worker's answer to a reading. The page's own thread would take some 20 ms to load the sentences and
 * the language's numbers, and a script that has outlived its extension has no words left.
 */
export interface BadgeView {
  /** BCP 47, of the words and numbers. */
  readonly language: string;
  /** Whether that language is written from right to left. */
  readonly mirrored: boolean;
  /** What is said when the extension was updated or removed while the page stood open. */
  readonly updated: string;
  /** What all of it is called. */
  readonly name: string;
  /** Absent while there is nothing to say: no change, no goal, and nothing was saved. */
  readonly total?: TotalView;
  /** Absent before there is a history. */
  readonly pillars?: Readonly<Record<Pillar, PillarView>>;
  /** Absent when nothing is left to do. */
  readonly start?: StartView;
  /** Absent before there is a history. */
  readonly foot?: FootView;
}

export interface TotalView {
  /** "Your total:", for screen readers. */
  readonly lead: string;
  /** "Saved", for some seconds after a reading was kept. */
  readonly saved?: string;
  /** "Open scorecard", which a click does. */
  readonly open: string;
  /** Against 7 days ago. */
  readonly change?: ShownChange;
  /** "this week", or "normal for you" */
  readonly span: string;
  /** "this week, normal for you" */
  readonly spoken: string;
  /** "On the way to 70" */
  readonly band?: string;
}

export interface PillarView {
  /** "Right people:", for screen readers. */
  readonly lead: string;
  /** Against 7 days ago. */
  readonly change?: ShownChange;
  /** "this week, normal for you" */
  readonly spoken: string;
  /** At least two readings, oldest first: days before today, points of 0 to 25. Absent with fewer. */
  readonly line?: readonly (readonly [daysAgo: number, score: number])[];
}

export interface StartView {
  readonly pillar: Pillar;
  /** "Start here" */
  readonly label: string;
  /** "Start here: a tip for Right people" */
  readonly name: string;
  readonly tip: BadgeTipView;
}

export interface BadgeTipView {
  readonly id: string;
  /** "SSI Scorecard: your lowest pillar" */
  readonly heading: string;
  readonly title: string;
  readonly why: string;
  /** Empty where the panel shows them. */
  readonly steps: readonly string[];
  /** The steps that are ticked, as `tickedSteps` has them. */
  readonly ticked: number;
  /** "10 min" */
  readonly minutes: string;
  readonly address: string;
  /** Opening it opens the panel too. */
  readonly panel: boolean;
  readonly open: string;
  readonly done: string;
  readonly close: string;
  readonly undo: string;
  /** "Done. On 12 Dec you’ll see what followed." */
  readonly doneSaid: string;
}

export interface FootView {
  /** "Changes added by SSI Scorecard" */
  readonly text: string;
  readonly hide: string;
  /** What hiding does, in a tooltip. */
  readonly hideNote: string;
  /** "Hidden. Turn them back on in the settings." */
  readonly hidden: string;
  readonly undo: string;
}
