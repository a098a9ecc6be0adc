import type { WeekState } from '../../core/meaning/rhythm';

/** Twelve weeks as dots: full with a reading, a dashed ring when forgiven, a ring when it ended a run or is still open, a point before the first. */
export function WeeksDots({ states, label }: { readonly states: readonly WeekState[]; readonly label: string }) {
  return (
    <span class="weeks-dots" role="img" aria-label={label}>
      {states.map((state, index) => (
        <svg key={index} width="14" height="14" viewBox="0 0 14 14" fill="none" aria-hidden="true">
          {state === 'read' ? (
            <>
              <circle cx="7" cy="7" r="7" class="week-full" />
              {index === states.length - 1 && <circle cx="7" cy="7" r="4.4" class="week-inner" />}
            </>
          ) : state === 'before' ? (
            <circle cx="7" cy="7" r="2" class="week-before" />
          ) : (
            <circle cx="7" cy="7" r="6.25" class={`week-ring week-${state}`} />
          )}
        </svg>
      ))}
    </span>
  );
}
