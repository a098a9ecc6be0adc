import { useState } from 'preact/hooks';
import type { Say } from '../../words/say';
import type { OutlookView, RecordView } from './outlook-view';

/** Heads of the list of earlier outlooks. */
const columns = [
  'outlook_made_on',
  'outlook_column_range',
  'outlook_read_on',
  'chart_points',
  'outlook_column_held',
] as const;

/** What is said of the days to come, and how such sayings turned out. */
export function OutlookPanel({ view, say }: { readonly view: OutlookView; readonly say: Say }) {
  const { title, goal, text, record } = view;
  return (
    <section class="inset outlook" aria-label={say('scorecard_show_outlook')}>
      <div class="outlook-part">
        <h3 class="outlook-title">{title}</h3>
        {goal !== undefined && <p>{goal}</p>}
        <p class="quiet">{text}</p>
      </div>
      {record && <Record record={record} say={say} />}
      <p class="hint outlook-foot">{say('outlook_foot')}</p>
    </section>
  );
}

function Record({ record, say }: { readonly record: RecordView; readonly say: Say }) {
  const [listed, setListed] = useState(false);
  const { title, text, outlooks } = record;
  return (
    <div class="outlook-part">
      {title !== '' && (outlooks.length > 0 ? <h3 class="outlook-title">{title}</h3> : <p>{title}</p>)}
      {outlooks.length > 0 && (
        // The title says the same in words.
        <div class="outlook-boxes" aria-hidden="true">
          {outlooks.map(({ madeOn, held }) => (
            <span key={madeOn} class={held ? 'outlook-box is-held' : 'outlook-box'} />
          ))}
        </div>
      )}
      <p class="quiet">
        {text}{' '}
        {outlooks.length > 0 && (
          <button type="button" class="link" aria-expanded={listed} onClick={() => setListed(!listed)}>
            {say(listed ? 'outlook_record_hide' : 'outlook_record_show')}
          </button>
        )}
      </p>
      {listed && (
        <div class="scroller" role="group" tabIndex={0} aria-label={title}>
          <table class="table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {say(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {outlooks.toReversed().map(({ madeOn, range, readOn, value, held }) => (
                <tr key={madeOn}>
                  <th scope="row">{madeOn}</th>
                  <td>{range}</td>
                  <td>{readOn}</td>
                  <td>{value}</td>
                  <td>{say(held ? 'outlook_held' : 'outlook_missed')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
