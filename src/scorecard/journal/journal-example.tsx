import { findTip, tipTitleKey } from '../../core/advice/tips';
import { addDays } from '../../core/score/local-day';
import { ChangeMark } from '../../ui/change-mark';
import { PillarKey } from '../../ui/pillar-key';
import { formatDay } from '../../words/format-day';
import { formatChange, formatScore, formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';

/** How a journal will look: two made-up rows in grey, which are no entries and go with the first of those. To screen readers one group. */
export function JournalExample({ around }: { readonly around: Surroundings }) {
  const { say, today, language } = around;
  const tip = findTip('people_best_client');
  const points = (value: number) => formatScore(value, language);
  const rows = [
    {
      day: addDays(today, -17),
      title: tip ? say(tipTitleKey(tip)) : '',
      pillar: 'people',
      line: 'M4 22L20 21 34 22 46 19 60 14 74 12 88 7',
      amount: 0.4,
      detail: say('journal_from_to', points(9.8), points(10.2)),
    },
    {
      day: addDays(today, -3),
      title: say('journal_example_note'),
      pillar: 'insights',
      line: 'M4 18L18 12 32 17 46 14 60 14',
      amount: 0,
      detail: say('journal_day_of', formatWhole(3, language), formatWhole(14, language)),
    },
  ] as const;
  return (
    <div class="journal-example" role="group" aria-label={say('journal_example_label')}>
      <ul class="journal" aria-hidden="true">
        {rows.map(({ day, title, pillar, line, amount, detail }) => (
          <li key={day} class="entry">
            <span class="entry-date">{formatDay(day, today, language)}</span>
            <span class="entry-text">
              <span class="entry-title">{title}</span>
              <span class="entry-pillar with-key">
                <PillarKey pillar={undefined} size={12} />
                {pillarName(pillar, say)}
              </span>
            </span>
            <svg class="entry-line" width="92" height="32" viewBox="0 0 92 32" fill="none">
              <path class="entry-mean entry-before" d={line} />
            </svg>
            <span class="entry-effect">
              <ChangeMark points={amount} text={formatChange(amount, language)} normal />
              <span class="entry-detail">{detail}</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="hint">
        <span class="tag">{say('journal_example')}</span> {say('journal_example_text')}
      </p>
    </div>
  );
}
