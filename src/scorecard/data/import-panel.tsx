import { useId, useRef, useState } from 'preact/hooks';
import type { Answers, ImportedFile, Question } from '../../files/imported-file';
import { unknownMember } from '../../core/score/reading';
import type { ErrorCode, Result } from '../../core/result';
import { applyImport, previewImport, type ImportPreview } from '../../store/apply-import';
import { openDatabase } from '../../store/database';
import { readImportFile } from '../../store/read-import-file';
import { formatPercent, formatWhole } from '../../words/format-number';
import { Icon } from '../../ui/icon';
import { undo } from './data-commands';
import { previewSentences } from './import-view';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { useRun } from '../toast';
import { errorSentence } from '../../words/error-sentence';

export interface ImportPanelProps {
  readonly around: Surroundings;
  /** The profile that rows without a member go to; undefined before the first reading. */
  readonly member: string | undefined;
}

/** Where an import stands. */
type Step =
  | { readonly at: 'start' }
  | { readonly at: 'paste' }
  | { readonly at: 'working'; readonly part: number; readonly reading: boolean }
  | { readonly at: 'ask'; readonly content: Blob; readonly answers: Answers; readonly question: Question }
  | { readonly at: 'preview'; readonly file: ImportedFile; readonly preview: ImportPreview }
  | { readonly at: 'failed'; readonly error: ErrorCode };

/** Brings a history in from a file or from pasted text: read, shown, and only then written; undoable. */
export function ImportPanel({ around, member }: ImportPanelProps) {
  const { say, today, timeZone, language } = around;
  const run = useRun();
  const id = useId();
  const [step, setStep] = useState<Step>({ at: 'start' });
  const chooser = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');

  // Answers may overtake each other: only that of the file chosen last is shown.
  const question = useRef(0);
  const ask = (): ((next: Step) => void) => {
    question.current += 1;
    const asked = question.current;
    return (next) => {
      if (asked === question.current) setStep(next);
    };
  };
  const start = (next: Step) => ask()(next);

  async function read(content: Blob, answers: Answers = {}): Promise<void> {
    const tell = ask();
    tell({ at: 'working', part: 0, reading: true });
    const options = { member: member ?? unknownMember, timeZone, today, answers };
    const read = await readImportFile(content, options, (part) => tell({ at: 'working', part, reading: true }));
    if (!read.ok) tell({ at: 'failed', error: read.error });
    else if (read.value.state === 'ask') tell({ at: 'ask', content, answers, question: read.value.question });
    else await show(read.value.file, tell);
  }

  async function show(file: ImportedFile, tell: (next: Step) => void): Promise<void> {
    const database = await openDatabase();
    const preview = database.ok ? await previewImport(database.value, file) : database;
    tell(preview.ok ? { at: 'preview', file, preview: preview.value } : { at: 'failed', error: preview.error });
  }

  async function write(file: ImportedFile): Promise<void> {
    const tell = ask();
    tell({ at: 'working', part: 0, reading: false });
    const database = await openDatabase();
    const done = database.ok
      ? await applyImport(database.value, file, Date.now(), (part) => tell({ at: 'working', part, reading: false }))
      : database;
    if (!done.ok) {
      tell({ at: 'failed', error: done.error });
      return;
    }
    tell({ at: 'start' });
    setPasted('');
    const { days, change } = done.value;
    await run(nothingMore, { text: sayCount(around, 'import_done', days.new + days.newer), undo: undo(change) });
  }

  // What is being written is told to its end before anything else is asked.
  const writing = step.at === 'working' && !step.reading;
  return (
    <div class="import">
      <div class="import-ways">
        <button
          type="button"
          class="button button-secondary button-large"
          disabled={writing}
          onClick={() => chooser.current?.click()}
        >
          <Icon name="import" />
          {say('import_file')}
        </button>
        <button
          type="button"
          class="button button-ghost button-large"
          disabled={writing}
          aria-expanded={step.at === 'paste'}
          onClick={() => start(step.at === 'paste' ? { at: 'start' } : { at: 'paste' })}
        >
          {say('import_paste')}
        </button>
        <input
          ref={chooser}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          disabled={writing}
          aria-label={say('import_file')}
          accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/tab-separated-values,text/plain"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file can be chosen again after it was mended.
            event.currentTarget.value = '';
            if (file) void read(file);
          }}
        />
      </div>
      {step.at === 'paste' && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void read(new Blob([pasted]));
          }}
        >
          <div class="field field-wide">
            <label for={`${id}-text`}>{say('import_paste_label')}</label>
            <textarea
              id={`${id}-text`}
              class="input"
              rows={5}
              required
              spellcheck={false}
              value={pasted}
              onInput={(event) => setPasted(event.currentTarget.value)}
            />
          </div>
          <div class="form-buttons">
            <button type="submit" class="button button-primary">
              {say('import_look')}
            </button>
            <button type="button" class="button button-ghost" onClick={() => start({ at: 'start' })}>
              {say('scorecard_cancel')}
            </button>
          </div>
        </form>
      )}
      <div role="status" class="import-status">
        {step.at === 'working' && (
          <p class="hint">
            {say(step.reading ? 'import_reading' : 'import_writing', formatPercent(step.part * 100, language))}
          </p>
        )}
        {step.at === 'failed' && <p class="import-failed">{errorSentence(step.error, say)}</p>}
        {step.at === 'ask' && (
          <div class="inset">
            <p>{say(`import_ask_${step.question.kind.replaceAll('-', '_')}`, step.question.example)}</p>
            <div class="buttons">
              {step.question.choices.map(({ value, label }) => (
                <button
                  key={value}
                  type="button"
                  class="button button-secondary"
                  onClick={() => void read(step.content, { ...step.answers, [step.question.kind]: value })}
                >
                  {step.question.kind === 'date-order' ? say(`import_${value.replaceAll('-', '_')}`) : label}
                </button>
              ))}
            </div>
          </div>
        )}
        {step.at === 'preview' && (
          <Preview
            file={step.file}
            preview={step.preview}
            around={around}
            onImport={() => void write(step.file)}
            onCancel={() => start({ at: 'start' })}
          />
        )}
      </div>
    </div>
  );
}

/** What was to be done is done: only the toast is wanted. */
const nothingMore = (): Promise<Result<void>> => Promise.resolve({ ok: true, value: undefined });

interface PreviewProps {
  readonly file: ImportedFile;
  readonly preview: ImportPreview;
  readonly around: Surroundings;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

function Preview({ file, preview, around, onImport, onCancel }: PreviewProps) {
  const { say, language } = around;
  const { changes, days, further } = previewSentences(preview, around);
  return (
    <div class="inset">
      <p class="small-title">{say('import_preview_title')}</p>
      <p class="import-days">{days}</p>
      {further.map((sentence) => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
      {file.rejectedCount > 0 && (
        <details>
          <summary>{sayCount(around, 'import_rejected', file.rejectedCount)}</summary>
          <div class="scroller import-rejected" role="group" tabIndex={0} aria-label={say('import_rejected_label')}>
            <ul>
              {file.rejected.map(({ row, reason, text }) => (
                <li key={row}>
                  {say(
                    'import_rejected_row',
                    formatWhole(row, language),
                    say(`import_row_${reason.replaceAll('-', '_')}`),
                  )}{' '}
                  <code>{text}</code>
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
      <div class="buttons">
        {changes && (
          <button type="button" class="button button-primary" onClick={onImport}>
            {say('import_apply')}
          </button>
        )}
        <button type="button" class={changes ? 'button button-ghost' : 'button button-secondary'} onClick={onCancel}>
          {changes ? say('scorecard_cancel') : say('scorecard_close')}
        </button>
      </div>
    </div>
  );
}
