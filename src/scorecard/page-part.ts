/** The sections of the scorecard, in order. Each is an address: `#weeks`. */
export const sections = [
  'overview',
  'plan',
  'check',
  'history',
  'rhythm',
  'review',
  'weeks',
  'averages',
  'journal',
  'goals',
  'data',
  'settings',
] as const;

/** What takes the place of the scorecard under its own address. */
export const pages = ['tips', 'people', 'share', 'about', 'welcome'] as const;

export type Section = (typeof sections)[number];
export type Page = (typeof pages)[number];
export type Part = Section | Page;

/** The address of the goals with the form for a new one open. */
export const newGoal = 'new-goal';

/** The address of what each version changed, on the page about the extension. */
export const changes = 'changes';

/** The part that an address's fragment (`#weeks`) names; the overview when it names none. */
export function partOf(fragment: string): Part {
  const name = fragment.replace(/^#/, '');
  if (name === newGoal) return 'goals';
  if (name === changes) return 'about';
  return [...sections, ...pages].find((part) => part === name) ?? 'overview';
}

/** Whether a part takes the place of the scorecard. */
export function isPage(part: Part): part is Page {
  return pages.some((page) => page === part);
}
