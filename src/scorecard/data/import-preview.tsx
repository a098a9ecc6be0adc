import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileSummary } from '../../files/file-summary';
import type { ReadColumn } from '../../files/imported-file';
import { pillars } from '../../core/score/pillar';
import type { ImportPreview } from '../../store/write/merge-import';
import { PillarKey } from '../../ui/pillar-key';
import { Ring } from '../../ui/ring';
import { formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { columnMeaning, countsView, fileFacts, keptDay, listedColumns, previewSentences } from './import-view';

export interface ImportPreviewProps {
  /** What the file is called, as text only. */
  readonly name: string;
  readonly file: FileSummary;
  readonly preview: ImportPreview;
  readonly around: Surroundings;
  /** What the button says that takes it in; "Import" without it. */
  readonly apply?: string;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

/** So many rows that stay out are listed at once. */
const listedAtOnce = 5;

/** What importing would do, so that a member sees at a glance whether their file was understood. Nothing is written yet. */
export function ImportPreviewCard({ name, file, preview, around, apply, onImport, onCancel }: ImportPreviewProps) {
  const { say } = around;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { changes, further } = previewSentences(preview, around);
  const facts = fileFacts(file, around);
  return (
    <div class="import-preview">
      <div class="import-head">
        <h3 ref={heading} tabIndex={-1} class="small-title">
          {say('import_preview_title')}
        </h3>
        <span class="quiet">{say('import_unchanged')}</span>
      </div>
      <p class="import-name">
        <code dir="auto">{name}</code>
      </p>
      <Columns columns={file.columns} around={around} />
      {facts && (
        <dl class="import-facts">
          {facts.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <KeptDay file={file} around={around} />
      <ul class="import-counts">
        {countsView(preview, around).map(({ count, words }) => (
          <li key={words}>
            <strong>{count}</strong> {words}
          </li>
        ))}
      </ul>
      {further.map((sentence) => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
      <LeftOut file={file} around={around} />
      <div class="buttons">
        {changes && (
          <button type="button" class="button button-primary" onClick={onImport}>
            {apply ?? say('import_apply')}
          </button>
        )}
        <button type="button" class={changes ? 'button button-ghost' : 'button button-secondary'} onClick={onCancel}>
          {changes ? say('scorecard_cancel') : say('scorecard_close')}
        </button>
        {changes && <span class="quiet import-take-back">{say('import_take_back')}</span>}
      </div>
    </div>
  );
}

/** Which columns were understood as what, and which were not. */
function Columns({ columns, around }: { readonly columns: readonly ReadColumn[]; readonly around: Surroundings }) {
  const { say } = around;
  const { used, ignored } = listedColumns(columns, say);
  if (used.length === 0) return null;
  return (
    <>
      <table class="import-columns">
        <thead>
          <tr>
            <th scope="col">{say('import_in_file')}</th>
            <th scope="col">{say('import_kept_as')}</th>
            <th scope="col">{say('import_first_values')}</th>
          </tr>
        </thead>
        <tbody>
          {used.map(({ heading, field, samples }, index) => (
            <tr key={index}>
              <th scope="row">
                <code dir="auto">{heading}</code>
              </th>
              <td>
                <span class="with-key">
                  {field.of === 'pillar' && <PillarKey pillar={field.pillar} />}
                  {columnMeaning(field, say)}
                </span>
              </td>
              <td class="import-samples">
                {samples.map((sample, place) => (
                  <code key={place} dir="auto">
                    {sample}
                  </code>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ignored.length > 0 && (
        <p class="import-ignored">
          {say('import_not_used')}
          {ignored.map((heading, index) => (
            <code key={index} dir="auto">
              {heading}
            </code>
          ))}
        </p>
      )}
    </>
  );
}

/** One day as it will be kept: a real member's file is recognised by it. */
function KeptDay({ file, around }: { readonly file: FileSummary; readonly around: Surroundings }) {
  const { say } = around;
  const day = keptDay(file, around);
  if (!day) return null;
  return (
    <>
      <h4 class="small-title">{say('import_one_day')}</h4>
      <div class="import-day">
        <Ring size={52} thickness={5.5} scores={day.scores} total={day.whole} />
        <div>
          <p class="strong">{day.date}</p>
          {[day.total, ...day.ranks].map((line) => (
            <p key={line} class="quiet">
              {line}
            </p>
          ))}
        </div>
        {day.values ? (
          <dl>
            {pillars.map((pillar) => (
              <div key={pillar}>
                <dt class="with-key">
                  <PillarKey pillar={pillar} />
                  {pillarName(pillar, say)}
                </dt>
                <dd>{day.values?.[pillar]}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p class="quiet">{say('import_only_totals')}</p>
        )}
      </div>
    </>
  );
}

/** The rows that stay out, each with its reason and its text. */
function LeftOut({ file, around }: { readonly file: FileSummary; readonly around: Surroundings }) {
  const { say, language } = around;
  const [all, setAll] = useState(false);
  const { rejected, rejectedCount } = file;
  if (rejected.length === 0) return null;
  const shown = all ? rejected : rejected.slice(0, listedAtOnce);
  return (
    <>
      {rejectedCount > 0 && <h4 class="small-title">{sayCount(around, 'import_rejected', rejectedCount)}</h4>}
      <div class="scroller import-rejected" role="group" tabIndex={0} aria-label={say('import_rejected_label')}>
        <ul>
          {shown.map(({ row, reason, text }, index) => (
            <li key={index}>
              <span>
                {say(
                  'import_rejected_row',
                  formatWhole(row, language),
                  say(`import_row_${reason.replaceAll('-', '_')}`),
                )}
              </span>
              <code>{text}</code>
            </li>
          ))}
        </ul>
      </div>
      {!all && rejected.length > listedAtOnce && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say('import_show_all', formatWhole(rejected.length, language))}
        </button>
      )}
    </>
  );
}
