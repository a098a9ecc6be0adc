/** Everything that is looked for in LinkedIn's page by the name, id or class of an element. Nothing else in `src/content` names any. */
export const selectors = {
  /** The page's main part. */
  main: 'main, [role="main"]',
  /** The four bars, all that end like them, and one by one (June 2026). */
  bars: 'progress[id$="sub-score-bar"]',
  brand: '#establish-brand__sub-score-bar',
  people: '#find-people__sub-score-bar',
  insights: '#engage-with-insights__sub-score-bar',
  relationships: '#build-relationships__sub-score-bar',
  /** The row of a bar, and the number printed in it. */
  barRow: 'li',
  printedScore: 'label strong',
  /** The number of the member's own figure; the sections of the member's and of the groups' figures (June 2026). */
  memberTotal: '.user-ssi-score__donut-chart-caption .ssi-score__value',
  memberScore: '.user-ssi-score',
  groupScore: '.group-ssi-score',
  /** A rank with its words (June 2026). */
  rank: '.ssi-rank',
  /** What holds a value, or a bar of its width, where it has no number in its text. */
  valuePlace: 'b, strong, span, td, dd, div, i, meter, progress',
  /** Lists of labelled values, and headings: a number in one is no sentence's and no rank. */
  list: 'li, dl',
  heading: 'h1, h2, h3, h4, h5, h6',
  /** Names a request of the shell and the element with its answer (2021). */
  datalet: 'code[id^="datalet-"]',
  /** What a page says of other places, and what asks to be clicked. */
  leadsElsewhere: 'a, nav, header, footer, button, [role="navigation"], [role="banner"], [role="contentinfo"]',
  /** Headings, and the labels of values. */
  noSentence: 'h1, h2, h3, h4, h5, h6, [role="heading"], li, dl, table',
  anything: '*',
  /** What may put away an element with all that is in it, and what else an element says by its attributes. */
  mayPutAway: '[hidden], [inert], [style], dialog',
  tellsByAttribute:
    '[hidden], [inert], [style], dialog, details, [role="tooltip"], [aria-hidden="true"], [aria-label], [alt], [aria-valuenow], progress, meter',
  /** What the page itself says is beside the point. */
  beside: 'aside, [role="complementary"]',
  /** What a score can stand in without a word of text. */
  anyTrace: 'progress, table, code[id^="datalet-"]',
  /** The same, in the page's main part. */
  silentTrace: 'meter, svg, [aria-label], [aria-valuenow], [data-value]',
  /** Forms that ask who somebody is, on whichever address. */
  signInForm: 'input[type="password"], form[action*="/login"], form[action*="/checkpoint/"], form[action*="/uas/"]',
} as const;

/** How many ranks there are, in a class of each: `group-scores-count--2`. In no capture. */
export const rankCountClass = /group-scores-count--(\d+)/;

/** The captures of the page's elements, in `tests/linkedin/captures/`. */
const captures = [
  'page-dom.excerpt.en.2026-06.html',
  'page-dom.excerpt.en.2026-07-03.html',
  'sales-shell.code-datalets.html',
] as const;

/** How often each must match in each capture, in their order: what was never seen on the live page has none. */
const matches: Readonly<Record<keyof typeof selectors, readonly [june: number, july: number, shell: number]>> = {
  main: [0, 1, 0],
  bars: [4, 0, 0],
  brand: [1, 0, 0],
  people: [1, 0, 0],
  insights: [1, 0, 0],
  relationships: [1, 0, 0],
  barRow: [0, 0, 0],
  printedScore: [0, 0, 0],
  memberTotal: [1, 0, 0],
  memberScore: [1, 0, 0],
  groupScore: [1, 0, 0],
  rank: [2, 0, 0],
  valuePlace: [15, 18, 0],
  leadsElsewhere: [0, 0, 0],
  noSentence: [1, 7, 0],
  anything: [23, 83, 9],
  mayPutAway: [0, 0, 6],
  tellsByAttribute: [4, 0, 6],
  list: [1, 0, 0],
  heading: [0, 4, 0],
  datalet: [0, 0, 2],
  beside: [0, 0, 0],
  anyTrace: [4, 3, 2],
  silentTrace: [0, 0, 0],
  signInForm: [0, 0, 0],
};

/** The same for the tests, which ask every capture. */
export const seenInCaptures = { captures, matches };
