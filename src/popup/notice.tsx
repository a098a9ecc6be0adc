import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode, Result } from '../core/result';
import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import { errorSentence } from '../words/error-sentence';
import type { NoticeAction, NoticeView } from './notice-view';

export interface NoticeProps {
  readonly notice: NoticeView;
  readonly say: Say;
  readonly onAction: (action: NoticeAction) => Promise<Result<unknown>>;
}

/** What is in the way and the one thing to do about it. Its button gets the first focus. */
export function Notice({ notice, say, onAction }: NoticeProps) {
  const { title, text, steps, primary, secondary, foot } = notice;
  const [error, setError] = useState<ErrorCode>();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const act = (action: NoticeAction) =>
    void onAction(action).then((done) => setError(done.ok ? undefined : done.error));
  return (
    <section class={title === undefined ? 'notice notice-inline' : 'notice'} role="status">
      {title !== undefined && <Icon name="warning" size={14} />}
      <div class="notice-text">
        {title !== undefined && <h2 class="notice-title">{title}</h2>}
        <p>{text}</p>
        {steps.length > 0 && (
          <ol class="notice-steps">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
      </div>
      <div class="notice-buttons">
        <button ref={button} type="button" class="button button-primary" onClick={() => act(primary.action)}>
          {primary.label}
          {primary.action === 'open-ssi-page' && <Icon name="open" />}
        </button>
        {secondary &&
          (secondary.action === 'copy-report' ? (
            <CopyButton label={secondary.label} done={say('popup_copied')} onCopy={() => onAction(secondary.action)} />
          ) : (
            <button type="button" class="button button-secondary" onClick={() => act(secondary.action)}>
              {secondary.label}
            </button>
          ))}
      </div>
      {error && (
        <p class="notice-error" role="alert">
          {errorSentence(error, say)}
        </p>
      )}
      {foot !== undefined && <p class="notice-foot">{foot}</p>}
    </section>
  );
}

interface CopyButtonProps {
  readonly label: string;
  /** Said once it is copied. */
  readonly done: string;
  readonly onCopy: () => Promise<unknown>;
}

function CopyButton({ label, done, onCopy }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  return (
    <button type="button" class="button button-ghost" onClick={() => void onCopy().then(() => setCopied(true))}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span role="status">{copied ? done : label}</span>
    </button>
  );
}
