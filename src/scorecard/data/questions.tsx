import { localDayAt } from '../../core/score/local-day';
import { unknownMember } from '../../core/score/reading';
import { formatDay, formatWeekday } from '../../words/format-day';
import { formatWhole } from '../../words/format-number';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';
import { memberName } from '../member-name';
import { useChange } from '../use-change';
import { answerEarlier, answerWhose, restore } from './data-commands';
import { DataNotice } from './data-notice';
import type { DataFacts } from './load-data-facts';

export interface QuestionsProps {
  /** What is kept; undefined while it is not known. */
  readonly known: DataFacts | undefined;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** Something else on the page has the one primary button. */
  readonly isSecond: boolean;
}

/** What waits for the member at the top of the page: days that were lost, whose a reading is, whose the earlier ones are, no room. */
export function Questions({ known, data, around, isSecond }: QuestionsProps) {
  const { say, today, language, timeZone } = around;
  const change = useChange();
  if (!known) return null;
  const dayOf = (instant: number) => formatDay(localDayAt(instant, timeZone), today, language);
  return (
    <>
      {known.isFull && <DataNotice icon="warning" text={say('error_storage_full')} />}
      {known.health.state === 'lost-days' && (
        <DataNotice
          icon="warning"
          title={say('data_lost_title')}
          text={sayCount(around, 'data_lost', known.health.lostDays, dayOf(known.health.copy.madeAt))}
        >
          <button
            type="button"
            class={`button ${isSecond ? 'button-secondary' : 'button-primary'}`}
            onClick={() => void change(restore, say('data_restored'))}
          >
            {say('data_restore')}
          </button>
        </DataNotice>
      )}
      {known.keptAside && (
        <DataNotice
          icon="person"
          title={say('popup_whose_title')}
          text={say(
            'data_whose',
            formatWeekday(known.keptAside.day, today, language),
            formatWhole(known.keptAside.shownTotal, language),
          )}
        >
          {(['mine', 'someone-else'] as const).map((whose) => (
            <button
              key={whose}
              type="button"
              class="button button-secondary"
              onClick={() => {
                if (known.keptAside) void change(answerWhose(known.keptAside, whose), say('data_answered'));
              }}
            >
              {say(whose === 'mine' ? 'popup_whose_mine' : 'popup_whose_other')}
            </button>
          ))}
        </DataNotice>
      )}
      {known.unknown && (
        <DataNotice
          icon="person"
          title={say('popup_earlier_title')}
          text={say(
            'data_earlier',
            formatDay(known.unknown.from, today, language),
            formatDay(known.unknown.to, today, language),
          )}
        >
          {known.unknown.candidates.map((candidate) => (
            <button
              key={candidate.id}
              type="button"
              class="button button-secondary"
              onClick={() => void change(answerEarlier(candidate.id), say('data_answered'))}
            >
              {say('data_earlier_yes', memberName(candidate, data.members, around))}
            </button>
          ))}
          <button
            type="button"
            class="button button-secondary"
            onClick={() => void change(answerEarlier(unknownMember), say('data_answered'))}
          >
            {say('data_earlier_no')}
          </button>
        </DataNotice>
      )}
    </>
  );
}
