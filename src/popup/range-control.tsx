import { useRef } from 'preact/hooks';
import type { ChartRange, RangeView } from '../ui/history-range';

export interface RangeControlProps {
  readonly ranges: readonly RangeView[];
  readonly chosen: ChartRange;
  /** What is chosen here. */
  readonly label: string;
  readonly onChoose: (range: ChartRange) => void;
  /** Why the range under the mouse or the focus cannot be chosen; undefined when it can. */
  readonly onHint: (hint: string | undefined) => void;
}

/** How far back the chart reaches. One stop for the tab key, arrows inside; what cannot be chosen says why. */
export function RangeControl({ ranges, chosen, label, onChoose, onHint }: RangeControlProps) {
  const group = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent, index: number): void {
    const forwards = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backwards = forwards === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const step =
      event.key === forwards || event.key === 'ArrowDown'
        ? 1
        : event.key === backwards || event.key === 'ArrowUp'
          ? -1
          : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (index + step + ranges.length) % ranges.length;
    group.current?.querySelectorAll('button')[next]?.focus();
    const range = ranges[next];
    if (range && range.disabled === undefined) onChoose(range.range);
  }

  return (
    <div class="segments" role="radiogroup" aria-label={label} ref={group}>
      {ranges.map(({ range, label: short, name, disabled }, index) => (
        <button
          key={range}
          type="button"
          role="radio"
          class="segment"
          aria-checked={range === chosen}
          aria-disabled={disabled !== undefined}
          aria-label={disabled === undefined ? name : `${name}: ${disabled}`}
          tabIndex={range === chosen ? 0 : -1}
          onClick={() => {
            if (disabled === undefined) onChoose(range);
          }}
          onKeyDown={(event) => move(event, index)}
          onMouseEnter={() => onHint(disabled)}
          onMouseLeave={() => onHint(undefined)}
          onFocus={() => onHint(disabled)}
          onBlur={() => onHint(undefined)}
        >
          {short}
        </button>
      ))}
    </div>
  );
}
