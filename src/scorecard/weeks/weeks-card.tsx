import { useMemo, useState } from 'preact/hooks';
import { pillars } from '../../core/score/pillar';
import { formatWhole } from '../../words/format-number';
import { Change } from '../../ui/change';
import type { Say } from '../../words/say';
import { PillarKey } from '../../ui/pillar-key';
import { pillarName } from '../../words/pillar-name';
import { Card } from '../card';
import type { ScorecardData } from '../load-scorecard';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { weeksView, type WeekRow } from './weeks-view';

/** Weeks at first, and how many more at a time: two months, then half a year. */
const weeksAtFirst = 8;
const weeksMore = 26;

/** A row a week: where it stood and how it moved. */
export function WeeksCard({ data, around }: { readonly data: ScorecardData; readonly around: Surroundings }) {
  const { say } = around;
  const [count, setCount] = useState(weeksAtFirst);
  const view = useMemo(() => weeksView(data, data.actions, count, around), [data, count, around]);
  const some = view.rows.length > 0;
  return (
    <Card
      id="weeks"
      title={some ? sayCount(around, 'weeks_title', view.rows.length) : say('weeks_title_none')}
      {...(some && { aside: <span>{say('weeks_explained', view.weekday)}</span> })}
    >
      {some ? (
        <>
          <div class="scroller" role="group" tabIndex={0} aria-labelledby="weeks-heading">
            <table class="table weeks">
              <thead>
                <tr>
                  <th scope="col">{say('weeks_week_to')}</th>
                  <th scope="col">{say('scorecard_total')}</th>
                  {pillars.map((pillar) => (
                    <th key={pillar} scope="col">
                      <span class="with-key">
                        <PillarKey pillar={pillar} />
                        {pillarName(pillar, say)}
                      </span>
                    </th>
                  ))}
                  <th scope="col">{say('weeks_actions')}</th>
                </tr>
              </thead>
              <tbody>
                {view.rows.map((row) => (
                  <Week key={row.day} row={row} around={around} />
                ))}
              </tbody>
            </table>
          </div>
          <p class="hint">{view.normal}</p>
          {view.more && (
            <button type="button" class="link" onClick={() => setCount(count + weeksMore)}>
              {say('scorecard_show_more')}
            </button>
          )}
        </>
      ) : (
        <p class="empty">{say('weeks_empty')}</p>
      )}
    </Card>
  );
}

/** Stands for the date while the words around it are looked for; no language has it. */
const place = '\ue000';

/** "Today, Fri 16 Oct": all but the date is strong, wherever the language puts the date. */
function Today({ date, say }: { readonly date: string; readonly say: Say }) {
  const [before = '', after = ''] = say('weeks_today', place).split(place);
  return (
    <>
      {before !== '' && <strong>{before}</strong>}
      {date}
      {after !== '' && <strong>{after}</strong>}
    </>
  );
}

function Week({ row, around }: { readonly row: WeekRow; readonly around: Surroundings }) {
  const { say, language } = around;
  return (
    <tr class={row.today ? 'is-today' : ''}>
      <th scope="row">{row.today ? <Today date={row.date} say={say} /> : row.date}</th>
      {row.cells.length === 0
        ? ['total', ...pillars].map((of) => <td key={of}>{'\u2013'}</td>)
        : row.cells.map(({ of, value, change }) => (
            <td key={of}>
              <span class="week-value">{value}</span>
              <span class="week-change">
                {change === undefined ? '\u2013' : <Change {...change} language={language} />}
              </span>
            </td>
          ))}
      <td>{row.actions === 0 ? '\u2013' : formatWhole(row.actions, language)}</td>
    </tr>
  );
}
