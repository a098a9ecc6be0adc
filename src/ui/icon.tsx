import { commonDrawings, iconOf } from './common-icon';

/** Those that badges need too, and those of all pages. */
export const pageDrawings = {
  ...commonDrawings,
  again: 'M13 6.5A5.3 5.3 0 0 0 3.6 5M3.2 2.6v2.8H6M3 9.5A5.3 5.3 0 0 0 12.4 11M12.8 13.4v-2.8H10',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  copy: 'M5.7 5.7h7.6v7.6H5.7zM3.2 10.3h-.5V2.7h7.6v.5',
  edit: 'M10.6 2.8l2.6 2.6-7.4 7.4-3.2.6.6-3.2zM9.2 4.2l2.6 2.6',
  flag: 'M4 14V2.5M4 3h8.5l-2 2.9 2 2.9H4',
  lock: 'M3.7 7.2h8.6v6H3.7zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  more: 'M3 8a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M7.5 8a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0M12 8a.5.5 0 1 0 1 0a.5.5 0 1 0-1 0',
  'not-for-me': 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM4 4l8 8',
  panel:
    'M3.7 2.8h8.6c.7 0 1.2.5 1.2 1.2v8c0 .7-.5 1.2-1.2 1.2H3.7c-.7 0-1.2-.5-1.2-1.2V4c0-.7.5-1.2 1.2-1.2zM9.4 2.8v10.4',
  person: 'M8 2.5a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM3 13.5c.4-2.4 2.4-3.8 5-3.8s4.6 1.4 5 3.8',
  right: 'M6 3.5L10.5 8 6 12.5',
  scorecard:
    'M3.8 2.5h8.4c.7 0 1.3.6 1.3 1.3v8.4c0 .7-.6 1.3-1.3 1.3H3.8c-.7 0-1.3-.6-1.3-1.3V3.8c0-.7.6-1.3 1.3-1.3zM4.8 9.6l2.2-2.4 1.9 1.6 2.3-2.5',
  settings:
    'M1.8 5.2h6.7M12.3 5.2h1.9M10.4 3.3a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM1.8 10.8h1.9M7.5 10.8h6.7M5.6 8.9a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8z',
  up: 'M3.5 10L8 5.5 12.5 10',
  warning: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 5v3.3M8 10.9v.1',
};

export type IconName = keyof typeof pageDrawings;

export const Icon = iconOf<IconName>(pageDrawings);
