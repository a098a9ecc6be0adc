import type { Failure } from '../core/result';
import type { Say } from '../words/say';
import { FailureText } from './failure-text';

/** What went wrong with an answer, below what was answered; nothing when nothing did. */
export function TipFailure({ failure, say }: { readonly failure: Failure | undefined; readonly say: Say }) {
  if (!failure) return null;
  return (
    <p class="tip-error" role="alert">
      <FailureText failure={failure} say={say} />
    </p>
  );
}
