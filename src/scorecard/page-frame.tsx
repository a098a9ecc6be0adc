import type { ComponentChildren } from 'preact';
import { openSsiPage } from '../platform/ssi-page';
import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import type { Part } from './page-part';

/** The parts that the head leads to, in order. */
const ways = [
  'overview',
  'weeks',
  'averages',
  'journal',
  'goals',
  'tips',
  'data',
  'settings',
] as const satisfies readonly Part[];

/** Those of them that need a reading. */
const waysWithHistory: readonly Part[] = ['weeks', 'averages', 'goals'];

function waysTo({ hasHistory, hasJournal }: Pick<PageFrameProps, 'hasHistory' | 'hasJournal'>) {
  return ways.filter((way) => (way === 'journal' ? hasJournal : hasHistory || !waysWithHistory.includes(way)));
}

export interface PageFrameProps {
  readonly part: Part;
  /** Whether there is a history yet. */
  readonly hasHistory: boolean;
  /** Whether there is a journal, which needs no reading. */
  readonly hasJournal: boolean;
  /** How fresh the newest reading is. */
  readonly freshness: { readonly text: string; readonly late: boolean } | undefined;
  readonly say: Say;
  readonly children: ComponentChildren;
}

/** Head and foot of every part. */
export function PageFrame({ part, hasHistory, hasJournal, freshness, say, children }: PageFrameProps) {
  return (
    <>
      <a class="skip" href="#content">
        {say('scorecard_skip')}
      </a>
      <header class="page-header">
        <div class="page-header-inner">
          <a class="brand" href="#overview">
            <Mark size={24} />
            {say('extension_name')}
          </a>
          <nav class="page-nav" aria-label={say('scorecard_parts')}>
            {waysTo({ hasHistory, hasJournal }).map((way) => (
              <a
                key={way}
                href={`#${way}`}
                class="page-way"
                aria-current={way === part || (way === 'overview' && part === 'history') ? 'page' : undefined}
              >
                {say(`scorecard_part_${way}`)}
              </a>
            ))}
          </nav>
          <div class="page-header-end">
            {freshness && (
              <span class={freshness.late ? 'freshness is-late' : 'freshness'}>
                {freshness.late && <Icon name="clock" size={12} />}
                {freshness.text}
              </span>
            )}
            <button
              type="button"
              class="button button-secondary button-large"
              onClick={() => void openSsiPage({ again: true })}
            >
              {say('popup_open_ssi_page')}
              <Icon name="open" />
            </button>
          </div>
        </div>
      </header>
      <main id="content" class="page" tabIndex={-1}>
        {children}
      </main>
      <footer class="page-footer">
        <p>{say('scorecard_independent')}</p>
        <p>
          <a href="#share">{say('scorecard_part_share')}</a>
          <a href="#about">{say('scorecard_part_about')}</a>
          <button type="button" class="link" onClick={() => print()}>
            {say('scorecard_print')}
          </button>
        </p>
      </footer>
    </>
  );
}
