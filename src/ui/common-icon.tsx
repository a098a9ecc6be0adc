/**
 * The few drawings that the badges on the SSI page need, apart from the rest so that no page has to load more. Drawn on a grid of 16 with a
 * stroke of 1.5 and round ends, in the colour of the text.
 */
export const commonDrawings = {
  check: 'M3 8.5l3.3 3.3L13 4.5',
  clock: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 5v3.2l2 1.2',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M3.5 6L8 10.5 12.5 6',
  open: 'M9.5 2.5h4v4M13.3 2.7L7.8 8.2M6.5 3.5H3.8c-.7 0-1.3.6-1.3 1.3v7.4c0 .7.6 1.3 1.3 1.3h7.4c.7 0 1.3-.6 1.3-1.3V9.5',
  undo: 'M5.5 3L2.5 6l3 3M2.7 6h6.5a3.6 3.6 0 0 1 0 7.2H6.5',
};

export interface IconProps<Name extends string> {
  readonly name: Name;
  /** CSS pixels; 14 as in buttons unless told. */
  readonly size?: number;
}

/** The icon of a set of drawings, beside words or in a button that has a name: hidden from screen readers. */
export function iconOf<const Name extends string>(drawings: Readonly<Record<Name, string>>) {
  return function Icon({ name, size = 14 }: IconProps<Name>) {
    return (
      <svg
        class={`icon icon-${name}`}
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <path d={drawings[name]} />
      </svg>
    );
  };
}

export const CommonIcon = iconOf(commonDrawings);
