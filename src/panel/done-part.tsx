import { useId } from 'preact/hooks';
import { Icon } from '../ui/icon';
import type { Surroundings } from '../words/surroundings';
import type { PanelView } from './panel-view';

export interface DonePartProps {
  readonly done: NonNullable<PanelView['done']>;
  readonly around: Surroundings;
  /** The member wants to see what the week brought. */
  readonly onWeek: () => void;
  /** The member wants to do more; absent where nothing is left. */
  readonly onMore: (() => void) | undefined;
}

/** All of the week's plan is done: that is enough, and what may come next. */
export function DonePart({ done, around: { say }, onWeek, onMore }: DonePartProps) {
  const id = useId();
  return (
    <section class="tip week-done" aria-labelledby={id}>
      <span class="week-done-mark">
        <Icon name="check" size={20} />
      </span>
      <div class="week-done-words">
        <h2 id={id} class="tip-title" tabIndex={-1}>
          {say('plan_week_done_title')}
        </h2>
        <p class="tip-why">{done.doneText}</p>
        <div class="tip-buttons">
          <button type="button" class="button button-large button-primary" onClick={onWeek}>
            {say('panel_see_week')}
          </button>
          {onMore && (
            <button type="button" class="button button-large button-ghost" onClick={onMore}>
              {say('panel_more')}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
