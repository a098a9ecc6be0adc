import type { ComponentChildren } from 'preact';
import { openSsiPage } from '../platform/ssi-page';
import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import type { Part } from './page-part';
import { Ways } from './ways';

export interface PageFrameProps {
  readonly part: Part;
  /** The cards that are there: the head leads to no other. */
  readonly cards: ReadonlySet<string>;
  /** How fresh the newest reading is. */
  readonly freshness: { readonly text: string; readonly late: boolean } | undefined;
  readonly say: Say;
  readonly children: ComponentChildren;
}

/** Head and foot of every part. */
export function PageFrame({ part, cards, freshness, say, children }: PageFrameProps) {
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
          <Ways cards={cards} part={part} say={say} />
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
              <span class="page-open-words">{say('popup_open_ssi_page')}</span>
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
