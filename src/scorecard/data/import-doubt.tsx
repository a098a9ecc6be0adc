import { useEffect, useRef } from 'preact/hooks';
import { formatWhole } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import type { Doubt } from '../../store/write/doubt-of';

interface ImportDoubtProps {
  /** What the file is called, as text only. */
  readonly name: string;
  readonly doubt: Doubt;
  readonly around: Surroundings;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onCancel: () => void;
}

/** A file that may be somebody else's: the member says, and nothing is chosen beforehand. */
export function ImportDoubt({ name, doubt, around, onMine, onTheirs, onCancel }: ImportDoubtProps) {
  const { say, language } = around;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const whole = (count: number) => formatWhole(count, language);
  return (
    <div class="import-question">
      <h3 ref={heading} tabIndex={-1} class="small-title">
        {say('import_doubt')}
      </h3>
      <p class="quiet">
        <code dir="auto">{name}</code>
      </p>
      <p>
        {doubt.why === 'days'
          ? say('import_doubt_days', whole(doubt.differ), whole(doubt.both))
          : say('import_doubt_other')}
      </p>
      <div class="buttons">
        <button type="button" class="button button-secondary" onClick={onMine}>
          {say('import_doubt_mine')}
        </button>
        <button type="button" class="button button-secondary" onClick={onTheirs}>
          {say('import_doubt_theirs')}
        </button>
        <button type="button" class="button button-ghost" onClick={onCancel}>
          {say('scorecard_cancel')}
        </button>
      </div>
    </div>
  );
}
