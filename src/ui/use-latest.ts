import { useCallback, useRef, useState } from 'preact/hooks';

/**
 * The newest answer of `ask` (kept by `useCallback`), at first `first`; and how to ask again, which resolves when the answer is there. Answers may
 * overtake each other: only that of the last question counts, and whoever asked before waits for it.
 */
export function useLatest<Answer>(first: Answer, ask: () => Promise<Answer>): readonly [Answer, () => Promise<void>] {
  const [answer, setAnswer] = useState(first);
  const latest = useRef<Promise<void>>(undefined);
  const askAgain = useCallback(async () => {
    const asked = ask().then((next) => {
      if (latest.current === asked) setAnswer(next);
    });
    latest.current = asked;
    await asked;
    if (latest.current !== asked) await latest.current;
  }, [ask]);
  return [answer, askAgain];
}
