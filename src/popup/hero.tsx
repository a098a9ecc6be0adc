import { ChangeLine } from '../ui/change-line';
import { GoalRow, type GoalRowProps } from '../ui/goal-row';
import { Ring } from '../ui/ring';
import type { ScoreView } from '../ui/score-view';
import type { Surroundings } from '../words/surroundings';
import type { GoalAsked } from '../ui/use-goal-asked';

export interface HeroProps extends Pick<GoalRowProps, 'history' | 'onSet'> {
  readonly hero: ScoreView;
  readonly goal: GoalAsked;
  /** Draw the ring with motion. */
  readonly drawn: boolean;
  readonly around: Surroundings;
}

/** How much, which way, towards what. */
export function Hero({ hero, goal, history, drawn, around, onSet }: HeroProps) {
  const { change, note, outlook, ranks } = hero;
  const { open } = goal;
  return (
    <section class="hero">
      <Ring size={112} thickness={11} scores={hero.scores} total={hero.total} caption={hero.caption} drawn={drawn} />
      <div class="hero-text">
        {change && <ChangeLine change={change} language={around.language} class="hero-change" />}
        {note !== undefined && <p class="hero-note">{note}</p>}
        {outlook !== undefined && !open && <p class="hero-outlook">{outlook}</p>}
        {(hero.goal ?? hero.canGrow) && (
          <GoalRow score={hero} history={history} around={around} {...goal} onSet={onSet} />
        )}
        {ranks.length > 0 && !open && (
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
