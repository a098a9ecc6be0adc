import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Action } from '../../src/core/rows/action';
import { dropDraft, keepDraft, readDraft, type Draft } from '../../src/scorecard/draft';
import { journalView } from '../../src/scorecard/journal/journal-view';
import { NoteForm } from '../../src/scorecard/journal/note-form';
import { workedOn } from '../../src/scorecard/journal/worked-on';
import { historyEvents, measureChartLine, measureLine } from '../../src/ui/measure-pane';
import { sampleActions, sampleHistory, sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

afterEach(() => {
  cleanup();
  dropDraft();
});

const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const history = sampleHistory();
const newJob: Action = {
  kind: 'note',
  id: 'note',
  member: 'unknown',
  day: '2026-09-02',
  text: 'New job',
  recordedAt: 0,
};

describe('a note of no pillar', () => {
  it('can be made, and one of a pillar can become one', () => {
    const done: Draft[] = [];
    render(
      <NoteForm
        around={around}
        draft={{ text: 'Holiday', day: sampleToday, pillar: 'people' }}
        onDone={(draft) => done.push(draft)}
        onCancel={() => undefined}
      />,
    );
    const pillar = screen.getByRole('combobox', { name: 'Pillar' });
    expect(screen.getByRole('option', { name: 'No pillar' })).toBeTruthy();
    fireEvent.change(pillar, { target: { value: '' } });
    fireEvent.submit(pillar.closest('form')!);
    expect(done).toEqual([{ text: 'Holiday', day: sampleToday, pillar: undefined }]);
  });

  it('outlives a reload while it is typed', () => {
    keepDraft({ text: 'Holiday', day: sampleToday });
    expect(readDraft()).toMatchObject({ text: 'Holiday', day: sampleToday, pillar: undefined });
    keepDraft({ text: 'Holiday', day: sampleToday, pillar: 'brand' });
    expect(readDraft()?.pillar).toBe('brand');
  });

  it('stands in the journal with how the total moved', () => {
    const [entry] = journalView(history, [newJob], 9, around).entries;
    expect(entry).toMatchObject({ title: 'New job', pillar: 'No pillar' });
    expect(entry!.before.every(({ value }) => value > 25)).toBe(true);
    expect(entry!.amount).toBeCloseTo(entry!.means.after! - entry!.means.before!, 6);
  });

  it('is a mark with its words on the total, and on no pillar', () => {
    const events = historyEvents(history, [newJob], sayEnglish);
    const marks = (of: 'total' | 'people') =>
      measureChartLine({ of, line: measureLine(history, [], of), events }, sayEnglish).markers;
    expect(marks('total')).toMatchObject([{ label: 'New job', pillar: undefined, written: true }]);
    expect(marks('people')).toEqual([]);
  });

  it('is never named as what was followed by a rise', () => {
    const holidays = sampleActions.map((action, index): Action => ({ ...newJob, id: String(index), day: action.day }));
    expect(journalView(history, holidays, 9, around).kinds).toEqual([]);
  });
});

describe('the pillar a new note begins with', () => {
  const of = (day: string, pillar?: 'people' | 'brand'): Action => ({
    ...newJob,
    id: day,
    day,
    ...(pillar && { pillar }),
  });

  it('is the one worked on last, none after two weeks, and none after a note of none', () => {
    expect(workedOn([of('2026-10-10', 'people'), of('2026-10-02', 'brand')], sampleToday)).toBe('people');
    expect(workedOn([of('2026-10-01', 'people')], sampleToday)).toBeUndefined();
    expect(workedOn([of('2026-10-10', 'people'), of('2026-10-11')], sampleToday)).toBeUndefined();
    expect(workedOn([], sampleToday)).toBeUndefined();
  });
});
