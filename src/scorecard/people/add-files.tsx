import type { RefObject } from 'preact';
import { useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks';
import type { FileSummary } from '../../files/file-summary';
import type { Question } from '../../files/imported-file';
import type { PersonProfile } from '../../store/read/people';
import { ImporterInWorker } from '../../store/write/importer-in-worker';
import type { ImportPreview } from '../../store/write/merge-import';
import { errorSentence } from '../../words/error-sentence';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import { offeredFiles } from '../data/import-panel';
import { takeDroppedFiles } from '../data/dropped-files';
import { ImportPreviewCard } from '../data/import-preview';
import { ImportQuestion } from '../data/import-question';
import { useChange } from '../use-change';
import { fileLine, filesIn, questionsLeft, takenIn, type FileLine } from './file-lines';
import { lookAtFile, type Asks } from './look-at-file';
import { takeIn } from './people-commands';
import { personName } from './people-view';

/** What others do with it. */
export interface AddFilesHandle {
  /** Lets the member choose files; of `person` where their newer one is wanted. */
  readonly choose: (person?: string) => void;
}

interface AddFilesProps {
  readonly handle: RefObject<AddFilesHandle | null>;
  readonly people: readonly PersonProfile[];
  readonly around: Surroundings;
}

/** Something that is asked of a file before it can be read to its end. */
type Open =
  | {
      readonly at: 'question';
      readonly file: string;
      readonly question: Question;
      readonly answer: (value?: string) => void;
    }
  | {
      readonly at: 'preview';
      readonly name: string;
      readonly file: FileSummary;
      readonly preview: ImportPreview;
      readonly answer: (taken: boolean) => void;
    };

/** Files of people: each says whose it is, or asks, and nothing is changed before all is answered. One that cannot be read keeps none of the others. */
export function AddFiles({ handle, people, around }: AddFilesProps) {
  const { say } = around;
  const change = useChange();
  const [lines, setLines] = useState<readonly FileLine[]>();
  const [open, setOpen] = useState<Open>();
  // Further files are being read: nothing is added without them.
  const [busy, setBusy] = useState(false);
  const isAdding = useRef(false);
  const chooser = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = useRef<string>(undefined);
  // What is read for an earlier choice comes to nothing once there is a later one.
  const newest = useRef(0);
  const importer = useRef(new ImporterInWorker()).current;
  useEffect(() => () => importer.end(), []);

  useImperativeHandle(handle, () => ({
    choose(person) {
      wanted.current = person;
      chooser.current?.click();
    },
  }));

  const asks: Asks = {
    question: (file, question) =>
      new Promise((resolve) => {
        setOpen({ at: 'question', file, question, answer: resolve });
      }),
    preview: (name, file, preview) =>
      new Promise((resolve) => {
        setOpen({ at: 'preview', name, file, preview, answer: resolve });
      }),
  };

  async function take(files: readonly File[], person?: string): Promise<void> {
    if (files.length === 0) return;
    newest.current += 1;
    const turn = newest.current;
    importer.end();
    let key = 0;
    let taken: readonly FileLine[] = [];
    setLines(taken);
    setBusy(true);
    for (const file of files) {
      const looked = await lookAtFile(importer, file, people, around, asks);
      if (newest.current !== turn) return;
      setOpen(undefined);
      for (const one of looked) {
        const line = fileLine(one, key);
        taken = [...taken, person === undefined ? line : ofPerson(line, person)];
        key += 1;
      }
      setLines(taken);
    }
    importer.end();
    setBusy(false);
    if (taken.length === 0) setLines(undefined);
    heading.current?.focus();
  }

  function close(): void {
    newest.current += 1;
    importer.end();
    setLines(undefined);
    setOpen(undefined);
    setBusy(false);
  }

  // What is dropped on the page while it shows people is of people.
  useEffect(() => takeDroppedFiles((files) => void take(files)));

  const say1 = (line: FileLine, changes: Partial<Pick<FileLine, 'answer' | 'name'>>) =>
    setLines(lines?.map((one) => (one.key === line.key ? { ...one, ...changes } : one)));
  const ready = (lines ?? []).flatMap((line) => takenIn(line, people) ?? []);
  const left = questionsLeft(lines ?? [], people);
  const count = filesIn(lines ?? []);

  async function add(): Promise<void> {
    // A second click comes before anything is drawn anew: those who are new would be there twice.
    if (isAdding.current) return;
    isAdding.current = true;
    const isAdded = await change(takeIn(ready), sayCount(around, 'people_added', count));
    isAdding.current = false;
    if (isAdded) close();
  }

  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={offeredFiles}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again after it was mended.
          event.currentTarget.value = '';
          void take(files, wanted.current);
        }}
      />
      {lines && (
        <section class="card" aria-labelledby="people-files-heading">
          <div class="card-head">
            <h2 id="people-files-heading" ref={heading} class="card-title" tabIndex={-1}>
              {sayCount(around, 'people_files', new Set(lines.map(({ file }) => file)).size)}
            </h2>
            <div class="card-aside">{say('import_unchanged')}</div>
          </div>
          <ul class="people-lines">
            {lines.map((line) => (
              <Line key={line.key} line={line} people={people} around={around} onChange={(next) => say1(line, next)} />
            ))}
          </ul>
          {open?.at === 'question' && (
            <ImportQuestion
              key={`${open.file} ${open.question.kind} ${open.question.example}`}
              name={open.file}
              question={open.question}
              around={around}
              onAnswer={open.answer}
              onNone={() => open.answer()}
              onCancel={() => open.answer()}
            />
          )}
          {open?.at === 'preview' && (
            <ImportPreviewCard
              key={open.name}
              name={open.name}
              file={open.file}
              preview={open.preview}
              around={around}
              apply={say('people_right')}
              onImport={() => open.answer(true)}
              onCancel={() => open.answer(false)}
            />
          )}
          {!open && (
            <div class="buttons">
              {count > 0 && (
                <button
                  type="button"
                  class="button button-primary button-large"
                  disabled={left > 0 || busy}
                  onClick={() => void add()}
                >
                  {sayCount(around, 'people_add_count', count)}
                </button>
              )}
              <button type="button" class="button button-ghost button-large" onClick={close}>
                {say(count > 0 ? 'scorecard_cancel' : 'scorecard_close')}
              </button>
              <span class="quiet people-left" role="status">
                {left > 0 && sayCount(around, 'people_questions', left)}
              </span>
            </div>
          )}
        </section>
      )}
    </>
  );
}

/** A file that was chosen for somebody is theirs, unless it says that it is another's: then it is asked. */
function ofPerson(line: FileLine, person: string): FileLine {
  if ('error' in line) return line;
  const { whose } = line;
  if (whose.state === 'new' && line.given.origin === undefined) return { ...line, whose: { state: 'known', person } };
  return whose.state === 'new' ? { ...line, whose: { state: 'ask', person } } : line;
}

interface LineProps {
  readonly line: FileLine;
  readonly people: readonly PersonProfile[];
  readonly around: Surroundings;
  readonly onChange: (changes: Partial<Pick<FileLine, 'answer' | 'name'>>) => void;
}

function Line({ line, people, around, onChange }: LineProps) {
  const { say } = around;
  if ('error' in line) {
    const sentence = line.error === 'own-file' ? say('people_own_file') : errorSentence(line.error, say);
    return (
      <li class="people-line is-failed">
        <CardIcon name="warning" size={16} />
        <div>
          <p>{sentence}</p>
          <FileName line={line} />
        </div>
      </li>
    );
  }
  const { whose, answer, days, fresh } = line;
  const person = whose.state === 'new' ? undefined : people.find(({ member }) => member.id === whose.person);
  const name = person ? personName(person) : '';
  const isNew = whose.state === 'new' || answer === 'new';
  return (
    <li class="people-line">
      <CardIcon name={whose.state === 'known' ? 'check' : whose.state === 'ask' ? 'question' : 'plus'} size={16} />
      <div>
        {whose.state === 'ask' && <p class="strong">{say('people_ask', name)}</p>}
        {whose.state === 'known' && (
          <p class="strong">
            <bdi>{name}</bdi>
          </p>
        )}
        {isNew && (
          <label class="people-new">
            <span class="strong">{say('people_new')}</span>
            <input
              class="input"
              maxLength={60}
              value={line.name}
              onInput={(event) => onChange({ name: event.currentTarget.value })}
            />
          </label>
        )}
        <FileName line={line} />
      </div>
      {whose.state === 'ask' ? (
        <div class="people-answers" role="group" aria-label={say('people_ask', name)}>
          {(['same', 'new'] as const).map((one) => (
            <button
              key={one}
              type="button"
              class={answer === one ? 'button button-secondary' : 'button button-ghost'}
              aria-pressed={answer === one}
              onClick={() => onChange({ answer: one })}
            >
              {one === 'same' ? <bdi>{name}</bdi> : say('people_ask_new')}
            </button>
          ))}
        </div>
      ) : (
        <span class="quiet">
          {fresh === undefined
            ? sayCount(around, 'data_days', days)
            : fresh === 0
              ? say('import_nothing_new')
              : sayCount(around, 'import_days_new', fresh)}
        </span>
      )}
    </li>
  );
}

function FileName({ line }: Pick<LineProps, 'line'>) {
  return (
    <p class="quiet people-file">
      <bdi>{line.file}</bdi>
    </p>
  );
}
