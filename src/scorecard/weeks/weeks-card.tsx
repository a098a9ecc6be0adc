import { useMemo, useState } from 'preact/hooks';
import { pillars } from '../../core/score/pillar';
import { formatWhole } from '../../words/format-number';
import { Change } from '../../ui/change';
import type { Say } from '../../words/say';
import { Card } from '../card';
import { PillarHeads } from '../pillar-heads';
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
  return (
    <Card id="weeks" title={sayCount(around, 'weeks_title', view.weeks)} aside={<span>{say('weeks_explained')}</span>}>
      <div class="scroller" role="group" tabIndex={0} aria-labelledby="weeks-heading">
        <table class="table weeks">
          <thead>
            <tr>
              <th scope="col">{say('weeks_week')}</th>
              <th scope="col">{say('scorecard_total')}</th>
              <PillarHeads say={say} />
              <th scope="col">{say('weeks_actions')}</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <Week key={row.week} row={row} around={around} />
            ))}
          </tbody>
        </table>
      </div>
      {!data.readOnly && <p class="hint">{view.normal}</p>}
      {view.more && (
        <button type="button" class="link" onClick={() => setCount(count + weeksMore)}>
          {say('scorecard_show_more')}
        </button>
      )}
    </Card>
  );
}

/** Stands for the date while the words around it are looked for; no language has it. */
const place = '\ue000';

/** "This week, 12–18 Oct": all but the days is strong, wherever the language puts them. */
function Present({ dates, say }: { readonly dates: string; readonly say: Say }) {
  const [before = '', after = ''] = say('weeks_present', place).split(place);
  return (
    <>
      {before !== '' && <strong>{before}</strong>}
      {dates}
      {after !== '' && <strong>{after}</strong>}
    </>
  );
}

function Week({ row, around }: { readonly row: WeekRow; readonly around: Surroundings }) {
  const { say, language } = around;
  return (
    <tr class={row.present ? 'is-today' : ''}>
      <th scope="row">{row.present ? <Present dates={row.dates} say={say} /> : row.dates}</th>
      {row.cells.length === 0 ? (
        <td class="week-none" colSpan={1 + pillars.length}>
          {row.present ? say('weeks_not_yet') : sayCount(around, 'weeks_without', row.count)}
        </td>
      ) : (
        row.cells.map(({ of, value, change }) => (
          <td key={of}>
            <span class="week-value">{value}</span>
            <span class="week-change">
              {change === undefined ? '\u2013' : <Change {...change} language={language} />}
            </span>
          </td>
        ))
      )}
      <td>{row.actions === 0 ? '\u2013' : formatWhole(row.actions, language)}</td>
    </tr>
  );
}
