import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { reviewedFirst, weeksToReview } from '../../core/meaning/weekly-review';
import { mondayOf, type LocalDay } from '../../core/score/local-day';
import type { Surroundings } from '../../words/surroundings';
import { Change } from '../change';
import { Icon } from '../icon';
import { PillarKey } from '../pillar-key';
import { reviewView, type MoveView } from './review-view';
import type { WeekData } from './week-data';
import { WeeksDots } from './weeks-dots';

export interface ReviewSectionProps {
  readonly data: WeekData;
  /** LinkedIn has ended the member's access: what was done makes the rhythm. */
  readonly ended: boolean;
  readonly around: Surroundings;
  /** The week's plan stands beside it: what it lists is not told again. */
  readonly isBesidePlan?: boolean;
  /** How often the member has asked for the present week from elsewhere: each time it is shown, and its heading has the focus. */
  readonly wanted?: number;
}

/** A week, Monday to Sunday: what moved, what was done and the rhythm. Nothing where there is no week to tell of. */
export function ReviewSection({ data, ended, around, isBesidePlan = false, wanted = 0 }: ReviewSectionProps) {
  const { say, today } = around;
  const weeks = useMemo(() => weeksToReview({ ...data, today }), [data, today]);
  const first = useMemo(() => reviewedFirst({ ...data, today, ended }), [data, today, ended]);
  const [asked, setAsked] = useState<LocalDay>();
  const week = asked !== undefined && weeks.includes(asked) ? asked : first;
  const view = useMemo(
    () => (week === undefined ? undefined : reviewView(data, week, ended, around)),
    [data, week, ended, around],
  );
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const isWanted = useRef(false);
  useEffect(() => {
    if (wanted === 0) return;
    isWanted.current = true;
    setAsked(mondayOf(today));
  }, [wanted]);
  useEffect(() => {
    // Which may be drawn only now: before its Sunday nobody is told of a week without a reading unasked.
    if (!isWanted.current || !heading.current) return;
    isWanted.current = false;
    heading.current.scrollIntoView();
    heading.current.focus({ preventScroll: true });
  });
  if (!view || week === undefined) return null;
  const place = weeks.indexOf(week);
  const turn = (name: 'before' | 'after', to: LocalDay | undefined) => (
    <button
      type="button"
      class="button-icon"
      aria-label={say(`review_${name}`)}
      title={say(`review_${name}`)}
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) setAsked(to);
      }}
    >
      <Icon name={name === 'before' ? 'back' : 'right'} size={16} />
    </button>
  );
  const { lead, moves, notes, rhythm } = view;
  const planned = isBesidePlan && week === mondayOf(today) ? view.planned : [];
  const done = view.done.filter(({ action }) => !planned.includes(action));
  return (
    <section class="review" aria-labelledby={id}>
      <div class="week-head">
        <h2 id={id} ref={heading} class="card-title week-title" tabIndex={-1}>
          {say('review_title')}
        </h2>
        <span class="quiet" aria-live="polite">
          {view.dates}
        </span>
        <span class="week-end">
          {turn('before', weeks[place + 1])}
          {turn('after', weeks[place - 1])}
        </span>
      </div>
      {lead && (
        <p>
          <strong>{lead.title + say('list_stop')}</strong> {lead.told}
        </p>
      )}
      <div class="review-parts">
        <div class="review-part">
          <h3 class="week-part">{say('review_moved')}</h3>
          {moves.length > 0 && <Moves moves={moves} around={around} />}
          {notes.map((note) => (
            <p key={note} class="week-note">
              {note}
            </p>
          ))}
        </div>
        <div class="review-part">
          {done.length + planned.length === 0 && (
            <>
              <h3 class="week-part">{say('review_did')}</h3>
              <p class="week-note">{say('review_nothing_done')}</p>
            </>
          )}
          {done.length > 0 && (
            <>
              <h3 class="week-part">{say(planned.length > 0 ? 'review_did_else' : 'review_did')}</h3>
              <ul>
                {done.map(({ action, title, day }) => (
                  <li key={action.id} class="review-row">
                    <Icon name="check" />
                    <span class="review-row-title">{title}</span>
                    <span class="quiet">{day}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {rhythm && (
            <>
              <h3 class="week-part">{say('review_rhythm')}</h3>
              <WeeksDots states={rhythm.states} label={rhythm.label} />
              <p class="week-note">
                {rhythm.weeks !== undefined && <strong>{rhythm.weeks + say('list_stop')}</strong>} {rhythm.forgiven}
              </p>
            </>
          )}
        </div>
      </div>
    </section>
  );
}

function Moves({
  moves,
  around: { language },
}: {
  readonly moves: readonly MoveView[];
  readonly around: Surroundings;
}) {
  return (
    <table class="review-moves">
      <tbody>
        {moves.map(({ of, name, from, to, points, normal }) => (
          <tr key={of}>
            <th scope="row">
              <span class="review-name">
                {of !== 'total' && <PillarKey pillar={of} />}
                {name}
              </span>
            </th>
            <td class="quiet">{from}</td>
            <td class="quiet" aria-hidden="true">
              <span class="review-arrow">→</span>
            </td>
            <td>
              <strong>{to}</strong>
            </td>
            <td class="review-change">
              <Change points={points} normal={normal} language={language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
