import { useState } from 'preact/hooks';
import type { Say } from '../words/say';
import { Icon } from './icon';

export interface CopyReportProps {
  /** What is copied. */
  readonly report: string;
  readonly say: Say;
  /** How it looks beside what. */
  readonly class?: string;
}

/** Copies what may go into a report of a problem, and says that it did. */
export function CopyReport({ report, say, class: look = 'button-ghost' }: CopyReportProps) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      class={`button ${look}`}
      // On the button itself: what has a role of its own inside it does not count for its name.
      aria-live="polite"
      onClick={() => void navigator.clipboard.writeText(report).then(() => setCopied(true))}
    >
      <Icon name={copied ? 'check' : 'copy'} />
      {copied ? say('popup_copied') : say('popup_copy_report')}
    </button>
  );
}
