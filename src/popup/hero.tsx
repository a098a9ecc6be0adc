import { Change } from '../ui/change';
import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import { Ring } from '../ui/ring';
import { leaveForScorecard } from './answer-notice';
import type { ScoreView } from '../ui/score-view';

export interface HeroProps {
  readonly hero: ScoreView;
  readonly language: string;
  /** Draw the ring with motion. */
  readonly drawn: boolean;
  readonly say: Say;
}

/** How much, which way, towards what. */
export function Hero({ hero, language, drawn, say }: HeroProps) {
  const { change, note, outlook, goal, ranks } = hero;
  return (
    <section class="hero">
      <Ring size={112} thickness={11} scores={hero.scores} total={hero.total} caption={hero.caption} drawn={drawn} />
      <div class="hero-text">
        {change && (
          <p class="hero-change" title={change.title}>
            <Change points={change.points} language={language} normal={change.normal !== undefined} />{' '}
            <span class="hero-caption">{change.caption}</span>
            {change.normal && (
              <span class="tag" title={change.normal.title}>
                {change.normal.tag}
              </span>
            )}
          </p>
        )}
        {note !== undefined && <p class="hero-note">{note}</p>}
        {outlook !== undefined && <p class="hero-outlook">{outlook}</p>}
        {goal ? (
          <div class="goal">
            <p class="goal-text" title={`${goal.lead} ${goal.text}`}>
              <strong>{goal.lead}</strong> {goal.text}
            </p>
            <div class="goal-bar" aria-hidden="true">
              <div class="goal-part" style={{ inlineSize: `${goal.part * 100}%` }} />
            </div>
          </div>
        ) : (
          hero.canGrow && (
            <button
              type="button"
              class="button button-secondary hero-goal"
              onClick={() => void leaveForScorecard('new-goal')}
            >
              <Icon name="flag" />
              {say('goal_set')}
            </button>
          )
        )}
        {ranks.length > 0 && (
          <dl class="ranks">
            {ranks.map(({ value, caption }) => (
              <div key={caption} class="rank">
                <dd class="rank-value">{value}</dd>
                <dt class="rank-caption">{caption}</dt>
              </div>
            ))}
          </dl>
        )}
      </div>
    </section>
  );
}
