import type { Say } from '../words/say';
import { PillarKey } from '../ui/pillar-key';
import { Ring } from '../ui/ring';
import { leaveForScorecard } from './answer-notice';
import { GoesOn } from './goes-on';
import type { PopupView } from './popup-view';

export interface LastReadingProps {
  readonly view: Extract<PopupView, { kind: 'trouble' }>;
  readonly say: Say;
}

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
      <GoesOn ways={view.goesOn} say={say} />
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
