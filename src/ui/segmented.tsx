interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The full words, where the label is an abbreviation. */
  readonly name?: string;
}

export interface SegmentedProps<Value extends string> {
  /** What is chosen, for screen readers. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  /** Undefined when none of them fits. */
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
}

/** A few choices of which one is taken: one stop for the tab key, arrows move between them. */
export function Segmented<Value extends string>({ label, choices, value, onChoose }: SegmentedProps<Value>) {
  const stop = choices.some((choice) => choice.value === value) ? value : choices[0]?.value;
  function move(event: KeyboardEvent): void {
    const mirrored = document.documentElement.dir === 'rtl';
    const steps = { ArrowLeft: mirrored ? 1 : -1, ArrowRight: mirrored ? -1 : 1, ArrowUp: -1, ArrowDown: 1 };
    const step = Object.entries(steps).find(([key]) => key === event.key)?.[1];
    if (step === undefined) return;
    event.preventDefault();
    const index = choices.findIndex((choice) => choice.value === stop);
    const next = choices[(index + step + choices.length) % choices.length];
    if (!next || !(event.currentTarget instanceof HTMLElement)) return;
    onChoose(next.value);
    event.currentTarget.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  }
  return (
    <div class="segmented" role="radiogroup" aria-label={label} onKeyDown={move}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          class="segment"
          data-value={choice.value}
          aria-checked={choice.value === value}
          aria-label={choice.name}
          title={choice.name}
          tabIndex={choice.value === stop ? 0 : -1}
          onClick={() => onChoose(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
