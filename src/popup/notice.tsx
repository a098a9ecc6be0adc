import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../core/result';
import { attempt } from '../platform/attempt';
import { CopyReport } from '../ui/copy-report';
import { FailureText } from '../ui/failure-text';
import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import type { NoticeAction, NoticeView } from './notice-view';

export interface NoticeProps {
  readonly notice: NoticeView;
  readonly say: Say;
  readonly onAction: (action: NoticeAction) => Promise<Result<unknown>>;
}

/** What is in the way and the one thing to do about it. Its button gets the first focus. */
export function Notice({ notice, say, onAction }: NoticeProps) {
  const { title, text, steps, primary, secondary, quiet = false, foot, report } = notice;
  const [failure, setFailure] = useState<Failure>();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const act = (action: NoticeAction) =>
    void attempt(() => onAction(action)).then((done) => setFailure(done.ok ? undefined : done));
  return (
    <section
      class={`notice${title === undefined ? ' notice-inline' : ''}${quiet ? ' notice-quiet' : ''}`}
      role="status"
    >
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
          {primary.action === 'open-plan' && <Icon name="panel" />}
          {primary.label}
          {primary.action === 'open-ssi-page' && <Icon name="open" />}
        </button>
        {secondary && (
          <button type="button" class="button button-secondary" onClick={() => act(secondary.action)}>
            {secondary.label}
            {secondary.action === 'open-ssi-page' && <Icon name="open" />}
          </button>
        )}
        {report !== undefined && <CopyReport report={report} say={say} />}
      </div>
      {failure && (
        <p class="notice-error" role="alert">
          <FailureText failure={failure} say={say} />
        </p>
      )}
      {foot !== undefined && <p class="notice-foot">{foot}</p>}
    </section>
  );
}
