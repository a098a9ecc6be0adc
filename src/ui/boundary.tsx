import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary, useRef, useState } from 'preact/hooks';
import type { Failure } from '../core/result';
import { unexpected } from '../platform/attempt';
import type { Say } from '../words/say';
import { FailureText } from './failure-text';

export interface BoundaryProps {
  readonly say: Say;
  /** What is drawn here is made from this: when it changes, what could not be drawn is tried again. */
  readonly from?: unknown;
  readonly children: ComponentChildren;
}

/** Keeps a mistake in drawing one part from taking the others with it: in that part's place stands what may be done. */
export function Boundary({ say, from, children }: BoundaryProps) {
  const [failure, setFailure] = useState<Failure>();
  const [broken, reset]: [unknown, () => void] = useErrorBoundary((error) => setFailure(unexpected(error)));
  const again = () => {
    setFailure(undefined);
    reset();
  };
  const madeFrom = useRef(from);
  useEffect(() => {
    if (madeFrom.current === from) return;
    madeFrom.current = from;
    if (broken !== undefined) again();
  });
  if (broken === undefined) return <>{children}</>;
  return (
    <section class="card failure" role="alert">
      {failure && <FailureText failure={failure} say={say} />}
      <button type="button" class="button button-secondary" onClick={again}>
        {say('popup_try_again')}
      </button>
    </section>
  );
}
