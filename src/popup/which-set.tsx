import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../core/result';
import { pillars } from '../core/score/pillar';
import type { SeenSet } from '../core/score/seen-set';
import { attempt } from '../platform/attempt';
import type { AskedSets } from '../store/read/asked-sets';
import { FailureText } from '../ui/failure-text';
import { Icon } from '../ui/icon';
import { PillarKey } from '../ui/pillar-key';
import { Ring } from '../ui/ring';
import { formatPercent, formatScore, formatWhole } from '../words/format-number';
import { pillarName } from '../words/pillar-name';
import type { Surroundings } from '../words/surroundings';
import { answerSets } from './answer-sets';

export interface WhichSetProps {
  readonly asked: AskedSets;
  /** "Your last reading: 62, Fri 20 Nov." Absent before the first. */
  readonly last?: string | undefined;
  readonly around: Surroundings;
  /** Shows the page that the numbers stand on. */
  readonly onSeePage: () => void;
  /** After an answer that changed nothing of which pages hear by themselves. */
  readonly onAnswered: () => Promise<void>;
}

/** Numbers on the page that add up, and nothing that says whose: which are the member's? Nothing is chosen before they choose. */
export function WhichSet({ asked, last, around, onSeePage, onAnswered }: WhichSetProps) {
  const { say, timeZone } = around;
  const [mine, setMine] = useState<SeenSet>();
  const [failure, setFailure] = useState<Failure>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const answer = (chosen: SeenSet | undefined) =>
    void attempt((): Promise<Result<unknown>> => answerSets(asked, chosen, Date.now(), timeZone)).then((answered) => {
      setFailure(answered.ok ? undefined : answered);
      if (answered.ok) void onAnswered();
    });
  const ranks = ranksOf(asked.sets, around);
  return (
    <>
      <section class="notice" role="status">
        <Icon name="warning" size={14} />
        <div class="notice-text">
          <h2 class="notice-title">{say('popup_not_recognised_title')}</h2>
          <p id="which-set">{say('popup_which')}</p>
        </div>
      </section>
      <form
        ref={form}
        class="sets"
        onSubmit={(event) => {
          event.preventDefault();
          if (mine) answer(mine);
        }}
      >
        <div role="radiogroup" aria-labelledby="which-set">
          {asked.sets.map((set, index) => (
            <label key={index} class="set">
              <input type="radio" name="set" checked={set === mine} onChange={() => setMine(set)} />
              <Ring size={44} thickness={5} scores={set.scores} total={formatWhole(set.shownTotal, around.language)} />
              <SetNumbers set={set} place={index + 1} around={around} />
            </label>
          ))}
        </div>
        {ranks !== '' && <p class="sets-note">{ranks}</p>}
        {last !== undefined && <p class="sets-note">{last}</p>}
        <div class="sets-buttons">
          <button type="submit" class="button button-primary" disabled={!mine}>
            {say('popup_which_mine')}
          </button>
          <button type="button" class="button button-secondary" onClick={() => answer(undefined)}>
            {say('popup_which_none')}
          </button>
          <button type="button" class="button button-ghost" onClick={onSeePage}>
            {say('popup_which_page')}
            <Icon name="open" />
          </button>
        </div>
        {failure && (
          <p class="notice-error" role="alert">
            <FailureText failure={failure} say={say} />
          </p>
        )}
      </form>
    </>
  );
}

interface SetNumbersProps {
  readonly set: SeenSet;
  /** 1 for the first on the page. */
  readonly place: number;
  readonly around: Surroundings;
}

/** What the page calls them, and the four values. */
function SetNumbers({ set, place, around: { say, language } }: SetNumbersProps) {
  return (
    <span class="set-text">
      <span class="set-heading" dir="auto" title={set.heading}>
        {set.heading === '' ? say('popup_which_place', formatWhole(place, language)) : set.heading}
      </span>
      <span class="set-scores">
        {pillars.map((pillar) => (
          <span key={pillar} class="set-score">
            <PillarKey pillar={pillar} />
            <span class="set-name" title={pillarName(pillar, say)}>
              {pillarName(pillar, say)}
            </span>
            <span class="set-value">{formatScore(set.scores[pillar], language)}</span>
          </span>
        ))}
      </span>
    </span>
  );
}

/** The ranks that stand on the page beside the sets: they are the page's, whichever set is the member's. */
function ranksOf([set]: readonly SeenSet[], { say, language }: Surroundings): string {
  const { industry, network } = set?.rank ?? {};
  return [
    ...(industry === undefined ? [] : [say('scorecard_rank_industry', formatPercent(industry, language))]),
    ...(network === undefined ? [] : [say('scorecard_rank_network', formatPercent(network, language))]),
  ].join(say('list_comma'));
}
