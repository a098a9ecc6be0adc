import { commonDrawings, Drawing } from './common-icon';

/** All drawings: those that badges need too, and those of the pages. */
const drawings = {
  ...commonDrawings,
  again: 'M13 6.5A5.3 5.3 0 0 0 3.6 5M3.2 2.6v2.8H6M3 9.5A5.3 5.3 0 0 0 12.4 11M12.8 13.4v-2.8H10',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  copy: 'M5.7 5.7h7.6v7.6H5.7zM3.2 10.3h-.5V2.7h7.6v.5',
  edit: 'M10.6 2.8l2.6 2.6-7.4 7.4-3.2.6.6-3.2zM9.2 4.2l2.6 2.6',
  export: 'M8 2.5v7M5 6.7l3 3 3-3M3 13h10',
  flag: 'M4 14V2.5M4 3h8.5l-2 2.9 2 2.9H4',
  import: 'M8 9.7v-7M5 5.5l3-3 3 3M3 13h10',
  lock: 'M3.7 7.2h8.6v6H3.7zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  'not-for-me': 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM4 4l8 8',
  person: 'M8 2.5a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM3 13.5c.4-2.4 2.4-3.8 5-3.8s4.6 1.4 5 3.8',
  picture:
    'M3.5 2.7h9c.6 0 1 .4 1 1v8.6c0 .6-.4 1-1 1h-9c-.6 0-1-.4-1-1V3.7c0-.6.4-1 1-1zM3 11.5l3.2-3.3 2.3 2.3 1.6-1.6 2.9 2.9M10.3 5.7v.1',
  plus: 'M8 3v10M3 8h10',
  scorecard:
    'M3.8 2.5h8.4c.7 0 1.3.6 1.3 1.3v8.4c0 .7-.6 1.3-1.3 1.3H3.8c-.7 0-1.3-.6-1.3-1.3V3.8c0-.7.6-1.3 1.3-1.3zM4.8 9.6l2.2-2.4 1.9 1.6 2.3-2.5',
  settings:
    'M1.8 5.2h6.7M12.3 5.2h1.9M10.4 3.3a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM1.8 10.8h1.9M7.5 10.8h6.7M5.6 8.9a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8z',
  table: 'M3 3h10v10H3zM3 6.4h10M3 9.7h10M6.6 6.4V13',
  trash: 'M2.8 4.3h10.4M6 4.2V2.7h4v1.5M4.2 4.5l.6 8.8h6.4l.6-8.8M6.7 7v3.7M9.3 7v3.7',
  warning: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 5v3.3M8 10.9v.1',
};

type IconName = keyof typeof drawings;

export interface IconProps {
  readonly name: IconName;
  /** CSS pixels; 14 as in buttons unless told. */
  readonly size?: number;
}

/** An icon beside words or in a button that has a name: hidden from screen readers. */
export function Icon({ name, size = 14 }: IconProps) {
  return <Drawing name={name} path={drawings[name]} size={size} />;
}
