import { useMemo, useRef, useState } from 'preact/hooks';
import type { Action } from '../../core/rows/action';
import { AddButton } from '../add-button';
import { Card } from '../card';
import { dropAction, keepAction } from '../commands';
import { dropDraft, keepDraft, readDraft, type Draft } from '../draft';
import { JournalExample } from './journal-example';
import { JournalEntryRow } from './journal-entry-row';
import { journalView } from './journal-view';
import { NoteForm } from './note-form';
import type { ScorecardData } from '../load-scorecard';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { useRun } from '../toast';
import { workedOn } from './worked-on';

/** Entries at first, and how many more at a time. */
const entriesAtFirst = 6;
const entriesMore = 30;

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
  const view = useMemo(
    () => journalView(data.history, data.actions, count, around),
    [data.history, data.actions, count, around],
  );
  const hidden = view.total - view.entries.length;
  const { member } = data;

  async function add(note: Draft): Promise<void> {
    if (!member) return;
    const changed = typeof form === 'object' ? form : undefined;
    const base = { member: member.id, day: note.day };
    const action: Action =
      changed?.kind === 'tip'
        ? { ...changed, ...base }
        : {
            kind: 'note',
            ...base,
            ...(note.pillar && { pillar: note.pillar }),
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

  const addButton = member && (
    <AddButton
      name={say('journal_add')}
      open={form === 'new'}
      onToggle={() => setForm(form === 'new' ? undefined : 'new')}
      button={button}
    />
  );
  return (
    <Card id="journal" title={say('journal_title')} {...(view.entries.length > 0 && { aside: addButton })}>
      <p class="hint">{say('journal_explained')}</p>
      {form === 'new' && (
        <NoteForm
          around={around}
          draft={readDraft() ?? { text: '', day: today, pillar: workedOn(data.actions, today) }}
          onTyped={keepDraft}
          onDone={(note) => void add(note)}
          onCancel={() => {
            dropDraft();
            close();
          }}
        />
      )}
      {view.entries.length === 0 ? (
        <>
          <JournalExample around={around} />
          <p class="note">{say('journal_caution')}</p>
          {form !== 'new' && (
            <div class="journal-ask">
              <span class="small-title">{say('journal_ask')}</span>
              {addButton}
            </div>
          )}
        </>
      ) : (
        <>
          <ul class="journal">
            {view.entries.map((entry) =>
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
                <JournalEntryRow
                  key={entry.action.id}
                  entry={entry}
                  around={around}
                  mirrored={mirrored}
                  onEdit={() => setForm(entry.action)}
                  onDelete={() => {
                    void run(dropAction(entry.action), {
                      text: say('journal_deleted'),
                      undo: keepAction(entry.action),
                      takesFocus: true,
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
                {hidden > entriesMore ? say('scorecard_show_more') : sayCount(around, 'journal_show_all', view.total)}
              </button>
            )}
          </p>
        </>
      )}
    </Card>
  );
}
