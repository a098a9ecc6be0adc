/** `work` one at a time: asked for while it runs, it runs once more afterwards, however often it was asked. */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = () => (running = work().finally(() => (running = undefined)));
  const runNext = () => {
    next = undefined;
    return run();
  };
  return () => next ?? (running ? (next = running.then(runNext, runNext)) : run());
}
