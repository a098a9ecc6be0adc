import type { Failure } from '../core/result';
import { errorSentence } from '../words/error-sentence';
import type { Say } from '../words/say';
import { CopyReport } from './copy-report';

export interface FailureTextProps {
  readonly failure: Failure;
  readonly say: Say;
}

/** What went wrong and what to do, in a sentence; and where it is a mistake of ours, what can be copied into a report. */
export function FailureText({ failure, say }: FailureTextProps) {
  const { error, details } = failure;
  return (
    <>
      <span>{errorSentence(error, say)}</span>
      {details !== undefined && <CopyReport report={details} say={say} />}
    </>
  );
}
