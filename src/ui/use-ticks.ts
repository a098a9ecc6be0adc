import { useRef, useState } from 'preact/hooks';
import { withTick } from '../core/advice/ticked-steps';
import type { Failure, Result } from '../core/result';
import { attempt } from '../platform/attempt';
import type { TipView } from '../words/tip-view';

/** The ticked steps of a tip, at once as they are clicked, and kept. `take` keeps them; what it cannot keep is as it was before, and told by `onFailure`. */
export function useTicks(
  tip: TipView | undefined,
  take: (tip: TipView, ticked: number) => Promise<Result<void>>,
  reload: () => Promise<void>,
  onFailure: (failure: Failure | undefined) => void,
) {
  const [clicked, setClicked] = useState<{ readonly tip: string; readonly ticked: number }>();
  const latest = useRef(clicked);
  const ticked = tip === undefined ? 0 : clicked?.tip === tip.id ? clicked.ticked : tip.ticked;

  async function tick(step: number): Promise<void> {
    if (!tip) return;
    const before = latest.current?.tip === tip.id ? latest.current.ticked : tip.ticked;
    const next = { tip: tip.id, ticked: withTick(before, step) };
    latest.current = next;
    setClicked(next);
    const written = await attempt(() => take(tip, next.ticked));
    onFailure(written.ok ? undefined : written);
    // Another click has come meanwhile: it knows better.
    if (latest.current !== next) return;
    await reload();
    if (latest.current !== next) return;
    latest.current = undefined;
    setClicked(undefined);
  }

  return { ticked, tick };
}
