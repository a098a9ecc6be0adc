import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Action } from '../../core/rows/action';
import { effectDays } from '../../core/meaning/journal';
import { pillars, type Pillar } from '../../core/score/pillar';
import { Change } from '../../ui/change';
import { CardIcon } from '../card-icon';
import { PillarKey } from '../../ui/pillar-key';
import { pillarName } from '../../words/pillar-name';
import type { Point } from '../../ui/chart/line';
import { Card } from '../card';
import { dropAction, keepAction } from '../commands';
import { dropDraft, keepDraft, readDraft, type Draft } from '../draft';
import { journalView, type JournalEntry } from './journal-view';
import type { ScorecardData } from '../load-scorecard';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { useRun } from '../toast';

/** Entries at first, and how many more at a time. */
const entriesAtFirst = 6;
const entriesMore = 30;

/** A note is a line, not a letter. */
const longestNote = 200;

/** What the member did, and how the pillar moved in the two weeks after. */
export function JournalCard({
  data,
  around,
  mirrored,
}: {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}) {
  const { say, today } = around;
  const run = useRun();
  const [count, setCount] = useState(entriesAtFirst);
  const [form, setForm] = useState<'new' | Action | undefined>(() => (readDraft() ? 'new' : undefined));
  const button = useRef<HTMLButtonElement>(null);
  const view = useMemo(() => journalView(data.history, data.actions, around), [data.history, data.actions, around]);
  const shown = view.entries.slice(0, count);
  const hidden = view.entries.length - shown.length;
  const { member } = data;

  async function add(note: Draft): Promise<void> {
    if (!member) return;
    const changed = typeof form === 'object' ? form : undefined;
    const base = { member: member.id, day: note.day, pillar: note.pillar };
    const action: Action =
      changed?.kind === 'tip'
        ? { ...changed, ...base }
        : {
            kind: 'note',
            ...base,
            id: changed?.id ?? crypto.randomUUID(),
            text: note.text.trim(),
            recordedAt: Date.now(),
          };
    const kept = await run(keepAction(action), {
      text: changed ? say('journal_changed') : say('journal_added'),
      undo: changed ? keepAction(changed) : dropAction(action),
    });
    if (!kept) return;
    if (!changed) dropDraft();
    close();
  }

  function close(): void {
    setForm(undefined);
    button.current?.focus();
  }

  return (
    <Card
      id="journal"
      title={say('journal_title')}
      aside={
        <>
          {member && (
            <button
              ref={button}
              type="button"
              class="button button-secondary"
              aria-expanded={form === 'new'}
              onClick={() => setForm(form === 'new' ? undefined : 'new')}
            >
              <CardIcon name="plus" />
              {say('journal_add')}
            </button>
          )}
        </>
      }
    >
      <p class="hint">{say('journal_explained')}</p>
      {form === 'new' && (
        <NoteForm
          around={around}
          draft={readDraft() ?? { text: '', day: today, pillar: 'brand' }}
          onTyped={keepDraft}
          onDone={(note) => void add(note)}
          onCancel={() => {
            dropDraft();
            close();
          }}
        />
      )}
      {view.entries.length === 0 ? (
        <p class="empty">{say('journal_empty')}</p>
      ) : (
        <>
          <ul class="journal">
            {shown.map((entry) =>
              typeof form === 'object' && form.id === entry.action.id ? (
                <li key={entry.action.id}>
                  <NoteForm
                    around={around}
                    draft={{ text: entry.title, day: entry.action.day, pillar: entry.action.pillar }}
                    fixedText={entry.action.kind === 'tip'}
                    onDone={(note) => void add(note)}
                    onCancel={close}
                  />
                </li>
              ) : (
                <Entry
                  key={entry.action.id}
                  entry={entry}
                  around={around}
                  mirrored={mirrored}
                  onEdit={() => setForm(entry.action)}
                  onDelete={() => {
                    void run(dropAction(entry.action), {
                      text: say('journal_deleted'),
                      undo: keepAction(entry.action),
                    });
                  }}
                />
              ),
            )}
          </ul>
          {view.kinds.length > 0 && (
            <div class="kinds">
              <h3 class="small-title">{say('journal_kinds_title')}</h3>
              <ul>
                {view.kinds.map((kind) => (
                  <li key={kind}>{kind}</li>
                ))}
              </ul>
            </div>
          )}
          <p class="note">
            {say('journal_caution')}{' '}
            {hidden > 0 && (
              <button type="button" class="link" onClick={() => setCount(count + entriesMore)}>
                {hidden > entriesMore
                  ? say('scorecard_show_more')
                  : sayCount(around, 'journal_show_all', view.entries.length)}
              </button>
            )}
          </p>
        </>
      )}
    </Card>
  );
}

interface EntryProps {
  readonly entry: JournalEntry;
  readonly around: Surroundings;
  readonly mirrored: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function Entry({ entry, around, mirrored, onEdit, onDelete }: EntryProps) {
  const { say, language } = around;
  return (
    <li class="entry">
      <span class="entry-date">{entry.date}</span>
      <span class="entry-text">
        {/* A note may be in another language than the page, and run the other way. */}
        <span class="entry-title">
          <bdi>{entry.title}</bdi>
        </span>
        <span class="entry-pillar with-key">
          <PillarKey pillar={entry.action.pillar} size={12} />
          {entry.pillar}
        </span>
      </span>
      <EffectLine entry={entry} mirrored={mirrored} />
      <span class="entry-effect">
        {entry.amount === undefined ? (
          <span class="quiet">{'\u2013'}</span>
        ) : (
          <Change points={entry.amount} language={language} />
        )}
        <span class="entry-detail">{entry.detail}</span>
      </span>
      <span class="entry-buttons">
        <button
          type="button"
          class="button-icon"
          aria-label={say('journal_edit', entry.title)}
          title={say('scorecard_edit')}
          onClick={onEdit}
        >
          <CardIcon name="edit" />
        </button>
        <button
          type="button"
          class="button-icon"
          aria-label={say('journal_delete', entry.title)}
          title={say('scorecard_delete')}
          onClick={onDelete}
        >
          <CardIcon name="trash" />
        </button>
      </span>
    </li>
  );
}

const lineWidth = 92;
const lineHeight = 32;

/** 14 days before in grey, 14 after in the pillar's colour, on its own scale: shape only. */
function EffectLine({ entry, mirrored }: { readonly entry: JournalEntry; readonly mirrored: boolean }) {
  const { before, after, middle } = entry;
  const drawn = useMemo(() => {
    const [low = 0, high = 1] = extent([...before, ...after], ({ value }) => value);
    const x = scaleLinear(
      [middle - effectDays, middle + effectDays],
      mirrored ? [lineWidth - 4, 4] : [4, lineWidth - 4],
    );
    // A score that stands still is a line through the middle, and noise does not look like a mountain.
    const spread = Math.max(high - low, 0.5);
    const y = scaleLinear([(low + high - spread) / 2, (low + high + spread) / 2], [lineHeight - 5, 5]);
    const toLine = line<Point>(
      ({ day }) => x(day),
      ({ value }) => y(value),
    ).digits(1);
    const last = before.at(-1);
    return {
      middle: x(middle),
      before: toLine(before) ?? '',
      after: toLine(last ? [last, ...after] : after) ?? '',
      dot: last && { x: x(last.day), y: y(last.value) },
    };
  }, [before, after, middle, mirrored]);
  return (
    <svg
      class="entry-line"
      width={lineWidth}
      height={lineHeight}
      viewBox={`0 0 ${lineWidth} ${lineHeight}`}
      fill="none"
      aria-hidden="true"
    >
      <path class="chart-grid" d={`M${drawn.middle} 2V${lineHeight - 2}`} />
      <path class="chart-line entry-before" d={drawn.before} />
      <path class={`chart-line stroke-${entry.action.pillar}`} d={drawn.after} />
      {drawn.dot && <circle class={`chart-dot fill-${entry.action.pillar}`} cx={drawn.dot.x} cy={drawn.dot.y} r="4" />}
    </svg>
  );
}

interface NoteFormProps {
  readonly around: Surroundings;
  readonly draft: Draft;
  /** A done tip keeps its title. */
  readonly fixedText?: boolean;
  readonly onTyped?: (draft: Draft) => void;
  readonly onDone: (draft: Draft) => void;
  readonly onCancel: () => void;
}

function NoteForm({ around, draft, fixedText = false, onTyped, onDone, onCancel }: NoteFormProps) {
  const { say, today } = around;
  const id = useId();
  const [note, setNote] = useState(draft);
  const first = useRef<HTMLInputElement>(null);
  // Before the first key can be lost.
  useLayoutEffect(() => first.current?.focus(), []);
  const change = (part: Partial<Draft>) => {
    const next = { ...note, ...part };
    setNote(next);
    onTyped?.(next);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(note);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <div class="field field-wide">
        <label for={`${id}-text`}>{say('journal_what')}</label>
        <input
          id={`${id}-text`}
          ref={first}
          class="input"
          required
          maxLength={longestNote}
          readOnly={fixedText}
          value={note.text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-day`}>{say('chart_day')}</label>
        <input
          id={`${id}-day`}
          class="input"
          type="date"
          required
          max={today}
          value={note.day}
          onInput={(event) => change({ day: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-pillar`}>{say('scorecard_pillar')}</label>
        <select
          id={`${id}-pillar`}
          class="input"
          disabled={fixedText}
          value={note.pillar}
          onChange={(event) => change({ pillar: event.currentTarget.value as Pillar })}
        >
          {pillars.map((pillar) => (
            <option key={pillar} value={pillar}>
              {pillarName(pillar, say)}
            </option>
          ))}
        </select>
      </div>
      <div class="form-buttons">
        <button type="submit" class="button button-primary">
          {say('scorecard_save')}
        </button>
        <button type="button" class="button button-ghost" onClick={onCancel}>
          {say('scorecard_cancel')}
        </button>
      </div>
    </form>
  );
}
