import { pillars, type Pillar } from '../core/score/pillar';
import type { LocalDay } from '../core/score/local-day';

/** What was typed into the journal's form and not added yet. */
export interface Draft {
  readonly text: string;
  readonly day: LocalDay;
  /** Absent for what is of no pillar. */
  readonly pillar?: Pillar | undefined;
}

const key = 'journal-draft';

/**
 * A draft outlives a reload and a closed tab. It is kept in the page's own `localStorage`, which can be written at once while a tab
 * closes, and is gone with the last word of it.
 */
export function keepDraft(draft: Draft): void {
  if (draft.text.trim() === '') localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(draft));
}

/** The draft that was kept; undefined when there is none or it cannot be read. */
export function readDraft(): Draft | undefined {
  const stored = localStorage.getItem(key);
  if (stored === null) return undefined;
  try {
    const draft = JSON.parse(stored) as Partial<Draft> | null;
    return typeof draft?.text === 'string' && typeof draft.day === 'string'
      ? { text: draft.text, day: draft.day, pillar: pillars.find((pillar) => pillar === draft.pillar) }
      : undefined;
  } catch {
    // Nobody but this page writes it, so what cannot be read is of no use to anybody.
    localStorage.removeItem(key);
    return undefined;
  }
}

/** Forgets the draft. */
export function dropDraft(): void {
  localStorage.removeItem(key);
}
