import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo } from 'preact/hooks';
import { effectDays } from '../../core/meaning/effect-days';
import { Change } from '../../ui/change';
import { IconButton } from '../icon-button';
import { PillarKey } from '../../ui/pillar-key';
import type { Point } from '../../ui/chart/line';
import type { Surroundings } from '../../words/surroundings';
import type { JournalEntry } from './journal-view';

interface JournalEntryRowProps {
  readonly entry: JournalEntry;
  readonly around: Surroundings;
  readonly mirrored: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** One thing the member did, with the pillar's line before and after it. */
export function JournalEntryRow({ entry, around, mirrored, onEdit, onDelete }: JournalEntryRowProps) {
  const { say, language } = around;
  return (
    <li class="entry">
      <span class="entry-date">{entry.date}</span>
      <span class="entry-text">
        {/* A note may be in another language than the page, and run the other way. */}
        <span class="entry-title">
          <bdi>{entry.title}</bdi>
        </span>
        <span class="entry-pillar with-key">
          {entry.action.pillar && <PillarKey pillar={entry.action.pillar} size={12} />}
          {entry.pillar}
        </span>
      </span>
      <EffectLine entry={entry} mirrored={mirrored} />
      <span class="entry-effect">
        {entry.amount !== undefined && <Change points={entry.amount} language={language} />}
        <span class="entry-detail">{entry.detail}</span>
      </span>
      <span class="entry-buttons">
        <IconButton
          icon="edit"
          label={say('journal_edit', entry.title)}
          title={say('scorecard_edit')}
          onClick={onEdit}
        />
        <IconButton
          icon="trash"
          label={say('journal_delete', entry.title)}
          title={say('scorecard_delete')}
          onClick={onDelete}
        />
      </span>
    </li>
  );
}

const lineWidth = 92;
const lineHeight = 32;

/**
 * The means of 14 days before, in grey, and of 14 after, in the pillar's colour, as level strokes: what the number beside it compares; the
 * readings lie faint behind them. On its own scale: shape only.
 */
function EffectLine({ entry, mirrored }: { readonly entry: JournalEntry; readonly mirrored: boolean }) {
  const { before, after, means, middle } = entry;
  const drawn = useMemo(() => {
    const [low = 0, high = 1] = extent([...before, ...after], ({ value }) => value);
    const x = scaleLinear(
      [middle - effectDays, middle + effectDays],
      mirrored ? [lineWidth - 4, 4] : [4, lineWidth - 4],
    );
    // A score that stands still is a line through the middle, and noise does not look like a mountain.
    const spread = Math.max(high - low, 0.5);
    const y = scaleLinear([(low + high - spread) / 2, (low + high + spread) / 2], [lineHeight - 5, 5]);
    const toLine = line<Point>(
      ({ day }) => x(day),
      ({ value }) => y(value),
    ).digits(1);
    const level = (mean: number | undefined, to: number) =>
      mean === undefined ? '' : `M${x(middle)} ${y(mean).toFixed(1)}H${x(to)}`;
    return {
      middle: x(middle),
      readings: toLine([...before, ...after]) ?? '',
      before: level(means.before, middle - effectDays),
      after: level(means.after, middle + effectDays),
    };
  }, [before, after, means, middle, mirrored]);
  return (
    <svg
      class="entry-line"
      width={lineWidth}
      height={lineHeight}
      viewBox={`0 0 ${lineWidth} ${lineHeight}`}
      fill="none"
      aria-hidden="true"
    >
      <path class="chart-grid" d={`M${drawn.middle} 2V${lineHeight - 2}`} />
      <path class="chart-faint stroke-total" d={drawn.readings} />
      <path class="entry-mean entry-before" d={drawn.before} />
      <path class={`entry-mean stroke-${entry.action.pillar ?? 'total'}`} d={drawn.after} />
    </svg>
  );
}
