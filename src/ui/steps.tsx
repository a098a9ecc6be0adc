import { isTicked } from '../core/advice/ticked-steps';
import type { Say } from '../words/say';
import { Icon } from './icon';

export interface StepsProps {
  readonly steps: readonly string[];
  /** As `tickedSteps` has them. */
  readonly ticked: number;
  readonly onTick: (step: number) => void;
  readonly say: Say;
}

/** The steps of a tip, to tick: each row is the label of its box. */
export function Steps({ steps, ticked, onTick, say }: StepsProps) {
  return (
    <ol class="steps" aria-label={say('panel_steps')}>
      {steps.map((step, index) => (
        <li key={step}>
          <label class="step">
            <input type="checkbox" checked={isTicked(ticked, index)} onChange={() => onTick(index)} />
            <span class="step-box">
              <Icon name="check" size={12} />
            </span>
            <span class="step-text">{step}</span>
          </label>
        </li>
      ))}
    </ol>
  );
}
