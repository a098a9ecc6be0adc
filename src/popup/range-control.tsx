import { useRef } from 'preact/hooks';
import type { ChartRange, RangeView } from '../ui/history-range';

export interface RangeControlProps {
  readonly ranges: readonly RangeView[];
  readonly chosen: ChartRange;
  /** What is chosen here. */
  readonly label: string;
  readonly onChoose: (range: ChartRange) => void;
}

/** How far back the chart reaches. One stop for the tab key, arrows inside. */
export function RangeControl({ ranges, chosen, label, onChoose }: RangeControlProps) {
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
    if (range) onChoose(range.range);
  }

  return (
    <div class="segments" role="radiogroup" aria-label={label} ref={group}>
      {ranges.map(({ range, label: short, name }, index) => (
        <button
          key={range}
          type="button"
          role="radio"
          class="segment"
          aria-checked={range === chosen}
          aria-label={name}
          tabIndex={range === chosen ? 0 : -1}
          onClick={() => onChoose(range)}
          onKeyDown={(event) => move(event, index)}
        >
          {short}
        </button>
      ))}
    </div>
  );
}
