import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answers, Question } from '../../files/imported-file';
import { unknownMember } from '../../core/score/reading';
import type { ErrorCode, Result } from '../../core/result';
import type { SeenImport } from '../../store/write/importer';
import { ImporterInWorker } from '../../store/write/importer-in-worker';
import { formatPercent } from '../../words/format-number';
import { CardIcon } from '../card-icon';
import { Field } from '../field';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { useRun } from '../toast';
import { undo } from './data-commands';
import { giveToPeople, takeDroppedFiles } from './dropped-files';
import { ImportDoubt } from './import-doubt';
import { ImportFailure, type Batch } from './import-failure';
import { ImportPreviewCard } from './import-preview';
import { ImportQuestion } from './import-question';

export interface ImportPanelProps {
  readonly around: Surroundings;
  /** The profile that rows without a member go to; undefined before the first reading. */
  readonly member: string | undefined;
}

/** A file that was read, and what it would change. */
interface Seen extends SeenImport {
  readonly name: string;
}

/** Where an import stands. */
type Step =
  | { readonly at: 'start' }
  | { readonly at: 'paste' }
  | { readonly at: 'working'; readonly part: number; readonly reading: boolean }
  | { readonly at: 'ask'; readonly batch: Batch; readonly answers: Answers; readonly question: Question }
  | ({ readonly at: 'preview' } & Seen)
  | {
      readonly at: 'doubt';
      readonly doubt: NonNullable<Seen['doubt']>;
      readonly seen: Seen;
      readonly files: readonly File[];
    }
  | { readonly at: 'failed'; readonly error: ErrorCode; readonly batch: Batch };

/** What the picker offers: every kind that can be read. Others can be chosen all the same and get a sentence. */
export const offeredFiles = '.csv,.tsv,.txt,.md,.json,.ndjson,.jsonl,.xlsx,.ods,text/*,application/json';

/** Brings a history in from files or from pasted text: read, asked about, shown, and only then written; undoable. */
export function ImportPanel({ around, member }: ImportPanelProps) {
  const { say, today, timeZone, language } = around;
  const run = useRun();
  const [step, setStep] = useState<Step>({ at: 'start' });
  const chooser = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  // What is read for an earlier choice comes to nothing once there is a later one.
  const newest = useRef(0);
  const importer = useRef(new ImporterInWorker()).current;

  /** Shows `next` unless the member has chosen something else since. */
  const stepsOf = (turn: number) => (next: Step) => {
    if (newest.current === turn) setStep(next);
  };

  /** Reads what waits, one file after the other, up to a question, a failure or the preview. */
  async function read(batch: Batch, answers: Answers = {}): Promise<void> {
    newest.current += 1;
    const show = stepsOf(newest.current);
    const done = [...batch.read];
    let given = answers;
    for (const [index, source] of batch.waiting.entries()) {
      const rest = batch.waiting.slice(index + 1);
      show({ at: 'working', part: 0, reading: true });
      const options = { member: member ?? unknownMember, timeZone, today, answers: given };
      const reading = await importer.read(source.content, options, (part) =>
        show({ at: 'working', part, reading: true }),
      );
      if (!reading.ok) {
        if (done.length === 0) importer.end();
        // Where the importer was ended over it, nothing is left of those before it.
        const at = importer.isRunning
          ? { read: done, waiting: [source, ...rest] }
          : { read: [], waiting: [source, ...done, ...rest] };
        show({ at: 'failed', error: reading.error, batch: at });
        return;
      }
      if (reading.value) {
        const at = { read: done, waiting: [source, ...rest] };
        show({ at: 'ask', batch: at, answers: given, question: reading.value });
        return;
      }
      done.push(source);
      // An answer holds for the file that it was given for.
      given = {};
    }
    await look(done, show);
  }

  async function look(done: Batch['read'], show: (next: Step) => void): Promise<void> {
    if (done.length === 0) {
      show({ at: 'start' });
      return;
    }
    const looked = await importer.look();
    if (!looked.ok) {
      importer.end();
      show({ at: 'failed', error: looked.error, batch: { read: [], waiting: [] } });
      return;
    }
    const seen: Seen = { name: done.map((one) => one.name).join(say('list_comma')), ...looked.value };
    const { doubt } = seen;
    show(
      doubt
        ? { at: 'doubt', doubt, seen, files: done.map(({ name, content }) => new File([content], name)) }
        : { at: 'preview', ...seen },
    );
  }

  async function write(): Promise<void> {
    newest.current += 1;
    const show = stepsOf(newest.current);
    show({ at: 'working', part: 0, reading: false });
    const done = await importer.write(Date.now(), (part) => show({ at: 'working', part, reading: false }));
    importer.end();
    if (!done.ok) {
      show({ at: 'failed', error: done.error, batch: { read: [], waiting: [] } });
      return;
    }
    show({ at: 'start' });
    setPasted('');
    const { days, change } = done.value;
    await run(nothingMore, { text: sayCount(around, 'import_done', days.new + days.newer), undo: undo(change) });
  }

  /** Reads what was chosen, in place of anything chosen before. */
  function choose(sources: Batch['waiting']): void {
    importer.end();
    void read({ read: [], waiting: sources });
  }

  function take(files: readonly File[]): void {
    if (files.length > 0) choose(files.map((file) => ({ name: file.name, content: file })));
  }

  function close(): void {
    newest.current += 1;
    importer.end();
    setStep({ at: 'start' });
  }

  // What is being written is told to its end before anything else is asked.
  const writing = step.at === 'working' && !step.reading;
  // The files come from the page's drop, which may have led here.
  useEffect(() => (writing ? undefined : takeDroppedFiles(take)));
  // What is being written is written also when the member looks at something else meanwhile.
  const isWriting = useRef(writing);
  isWriting.current = writing;
  useEffect(() => () => (isWriting.current ? undefined : importer.end()), []);

  return (
    <div
      class="import"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || step.at === 'start' || writing) return;
        close();
        event.stopPropagation();
      }}
    >
      <div class="import-ways">
        <button
          type="button"
          class="button button-secondary button-large"
          disabled={writing}
          onClick={() => chooser.current?.click()}
        >
          <CardIcon name="import" />
          {say('import_file')}
        </button>
        <button
          type="button"
          class="button button-secondary button-large"
          disabled={writing}
          aria-expanded={step.at === 'paste'}
          onClick={() => setStep(step.at === 'paste' ? { at: 'start' } : { at: 'paste' })}
        >
          {say('import_paste')}
        </button>
        <input
          ref={chooser}
          type="file"
          multiple
          disabled={writing}
          hidden
          accept={offeredFiles}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file can be chosen again after it was mended.
            event.currentTarget.value = '';
            take(files);
          }}
        />
      </div>
      <p class="hint">{say('import_drop_hint')}</p>
      {step.at === 'paste' && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            choose([{ name: say('import_pasted'), content: new Blob([pasted]) }]);
          }}
        >
          <Field label={say('import_paste_label')} wanted={say('import_paste_wanted')} class="field field-wide">
            {(control) => (
              <textarea
                {...control}
                class="input"
                rows={5}
                required
                spellcheck={false}
                value={pasted}
                onInput={(event) => setPasted(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="form-buttons">
            <button type="submit" class="button button-primary">
              {say('import_look')}
            </button>
            <button type="button" class="button button-ghost" onClick={close}>
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
        {step.at === 'failed' && (
          <ImportFailure
            error={step.error}
            batch={step.batch}
            around={around}
            onPaste={() => setStep({ at: 'paste' })}
            onGoOn={(batch) => void read(batch)}
          />
        )}
      </div>
      {step.at === 'working' && step.reading && (
        <div class="buttons">
          <button type="button" class="button button-ghost" onClick={close}>
            {say('scorecard_cancel')}
          </button>
        </div>
      )}
      {step.at === 'ask' && (
        <ImportQuestion
          key={`${step.question.kind} ${step.question.example}`}
          name={step.batch.waiting[0]?.name ?? ''}
          question={step.question}
          around={around}
          onAnswer={(value) => void read(step.batch, { ...step.answers, [step.question.kind]: value })}
          onNone={() => setStep({ at: 'failed', error: 'import-empty', batch: step.batch })}
          onCancel={close}
        />
      )}
      {step.at === 'doubt' && (
        <ImportDoubt
          name={step.seen.name}
          doubt={step.doubt}
          around={around}
          onMine={() => setStep({ at: 'preview', ...step.seen })}
          onTheirs={() => {
            close();
            giveToPeople(step.files);
          }}
          onCancel={close}
        />
      )}
      {step.at === 'preview' && (
        <ImportPreviewCard
          name={step.name}
          file={step.file}
          preview={step.preview}
          around={around}
          onImport={() => void write()}
          onCancel={close}
        />
      )}
    </div>
  );
}

/** What was to be done is done: only the toast is wanted. */
const nothingMore = (): Promise<Result<void>> => Promise.resolve({ ok: true, value: undefined });
