import type { Say } from '../../words/say';
import type { Extra, Shown } from './history-panes';

export interface HistoryTogglesProps {
  /** What there is to switch, in order. */
  readonly of: readonly ('total' | Extra)[];
  readonly shown: Shown;
  readonly onToggle: (what: 'total' | Extra) => void;
  readonly say: Say;
}

/** What the history shows besides the pillars, which are switched at their lines' ends. */
export function HistoryToggles({ of, shown, onToggle, say }: HistoryTogglesProps) {
  return (
    <div class="toggles" role="group" aria-label={say('scorecard_lines')}>
      <span class="toggles-title">{say('scorecard_show')}</span>
      {of.map((what) => (
        <button
          key={what}
          type="button"
          class="toggle toggle-extra"
          aria-pressed={shown.has(what)}
          onClick={() => onToggle(what)}
        >
          {what === 'total' ? say('scorecard_total') : say(`scorecard_show_${what}`)}
        </button>
      ))}
    </div>
  );
}
