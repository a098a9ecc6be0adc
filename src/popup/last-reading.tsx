import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import { PillarKey } from '../ui/pillar-key';
import { Ring } from '../ui/ring';
import { leaveForScorecard } from './answer-notice';
import type { PopupView } from './popup-view';

export interface LastReadingProps {
  readonly view: Extract<PopupView, { kind: 'trouble' }>;
  readonly say: Say;
}

const goesOnIcons = { tips: 'check', journal: 'edit', data: 'scorecard' } as const;

/** The last good reading in short, under what went wrong since. */
export function LastReading({ view, say }: LastReadingProps) {
  return (
    <>
      <section class="last">
        <Ring size={88} thickness={9} scores={view.scores} total={view.total} />
        <div class="last-list">
          <h2 class="last-heading">{view.heading}</h2>
          <dl class="last-scores">
            {view.rows.map(({ pillar, name, value }) => (
              <div key={pillar} class="last-row">
                <dt>
                  <PillarKey pillar={pillar} />
                  {name}
                </dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      {view.goesOn.length > 0 && (
        <nav class="goes-on" aria-labelledby="goes-on">
          <h2 id="goes-on" class="goes-on-title">
            {say('popup_goes_on')}
          </h2>
          {view.goesOn.map(({ part, name, text }) => (
            <button key={part} type="button" class="goes-on-way" onClick={() => void leaveForScorecard(part)}>
              <Icon name={goesOnIcons[part]} size={16} />
              <span class="goes-on-words">
                <span class="goes-on-name">{name}</span>
                <span class="goes-on-text">{text}</span>
              </span>
              <Icon name="right" />
            </button>
          ))}
        </nav>
      )}
      {view.goesOn.length === 0 && view.notice.primary.action !== 'open-scorecard' && (
        <footer class="foot">
          <button type="button" class="link" onClick={() => void leaveForScorecard()}>
            {say('popup_open_scorecard')}
          </button>
        </footer>
      )}
    </>
  );
}
