import { iconOf } from '../ui/common-icon';
import { pageDrawings } from '../ui/icon';

/** All drawings: those of all pages, and those that only the scorecard needs, apart so that the popup opens sooner. */
const drawings = {
  ...pageDrawings,
  compare: 'M3 13V8.5h3.4V13M9.6 13V3H13v10M2 13h12',
  computer: 'M2.7 3.2h10.6v7H2.7zM6 13.2h4M8 10.2v3',
  export: 'M8 2.5v7M5 6.7l3 3 3-3M3 13h10',
  import: 'M8 9.7v-7M5 5.5l3-3 3 3M3 13h10',
  info: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 7.4v3.6M8 5v.1',
  gear: 'M8 5.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M3.6 12.4L5 11M11 5l1.4-1.4',
  picture:
    'M3.5 2.7h9c.6 0 1 .4 1 1v8.6c0 .6-.4 1-1 1h-9c-.6 0-1-.4-1-1V3.7c0-.6.4-1 1-1zM3 11.5l3.2-3.3 2.3 2.3 1.6-1.6 2.9 2.9M10.3 5.7v.1',
  pin: 'M5.8 2.5h4.4M6.6 2.7v3.9L4.3 9.3h7.4L9.4 6.6V2.7M8 9.5v4',
  plus: 'M8 3v10M3 8h10',
  puzzle:
    'M6.4 3.9a1.6 1.6 0 1 1 3.2 0v.4h2.3c.5 0 .8.3.8.8v2.2h-.4a1.6 1.6 0 1 0 0 3.2h.4v2.2c0 .5-.3.8-.8.8H4.1c-.5 0-.8-.3-.8-.8V5.1c0-.5.3-.8.8-.8h2.3z',
  question: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM6.3 6.5a1.7 1.7 0 1 1 2.6 1.4c-.6.4-.9.7-.9 1.3M8 11v.1',
  table: 'M3 3h10v10H3zM3 6.4h10M3 9.7h10M6.6 6.4V13',
  trash: 'M2.8 4.3h10.4M6 4.2V2.7h4v1.5M4.2 4.5l.6 8.8h6.4l.6-8.8M6.7 7v3.7M9.3 7v3.7',
};

export type CardIconName = keyof typeof drawings;

/** An icon of the scorecard. */
export const CardIcon = iconOf<CardIconName>(drawings);
