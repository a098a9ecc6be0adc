import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { rowKinds } from '../../src/core/rows/row-kinds';
import { ImportPanel } from '../../src/scorecard/data/import-panel';
import { Toasts } from '../../src/scorecard/toast';
import type { ImporterCall, ImporterReply } from '../../src/store/write/serve-importer';
import { sampleToday } from '../e2e/popup-sample';
import { patience } from './patient-queries';
import { sayEnglish } from './say-english';

vi.mock('../../src/platform/browser', () => ({ browser: { storage: { session: { set: () => Promise.resolve() } } } }));

/** A worker that answers when the test says so. */
class HeldWorker {
  static all: HeldWorker[] = [];
  readonly asked: ImporterCall[] = [];
  ended = false;
  onmessage: ((event: { readonly data: ImporterReply }) => void) | null = null;
  constructor() {
    HeldWorker.all.push(this);
  }
  postMessage(call: ImporterCall): void {
    this.asked.push(call);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(answer: unknown): void {
    this.onmessage?.({ data: { answer } });
  }
}

vi.stubGlobal('Worker', HeldWorker);

afterEach(() => {
  cleanup();
  HeldWorker.all = [];
});

const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };

function show() {
  const { container, unmount } = render(
    <Toasts say={sayEnglish}>
      <ImportPanel around={around} member={undefined} />
    </Toasts>,
  );
  const choose = async (...names: readonly string[]) => {
    const before = HeldWorker.all.length;
    const files = names.map((name) => new File([name], name));
    fireEvent.change(container.querySelector('input[type=file]')!, { target: { files } });
    await vi.waitFor(() => expect(HeldWorker.all.length).toBe(before + 1), patience);
    return HeldWorker.all.at(-1)!;
  };
  return { choose, unmount };
}

const days = { new: 2, same: 0, newer: 0, older: 0 };
const seen = {
  ok: true,
  value: {
    file: { kind: 'table', columns: [], rejected: [], rejectedCount: 0 },
    preview: { days, rows: Object.fromEntries(rowKinds.map((kind) => [kind, days])), otherSalt: false },
  },
};

/** Up to the preview of a file. */
async function look(worker: HeldWorker): Promise<void> {
  worker.answer({ ok: true, value: undefined });
  await vi.waitFor(() => expect(worker.asked.at(-1)!.name).toBe('look'), patience);
  worker.answer(seen);
  await screen.findByRole('heading', { name: sayEnglish('import_preview_title') });
}

it('of two files chosen quickly only the second is read on, and the first one’s worker is ended', async () => {
  const { choose } = show();
  const first = await choose('first.csv');
  const second = await choose('second.csv');
  expect([first.ended, second.ended]).toEqual([true, false]);
  second.answer({ ok: false, error: 'import-empty' });
  const shown = await screen.findByText(sayEnglish('error_import_empty'));
  // Sent before it was ended.
  first.answer({ ok: false, error: 'import-too-large' });
  await Promise.resolve();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(shown.isConnected).toBe(true);
  expect(screen.queryByText(sayEnglish('error_import_too_large'))).toBeNull();
  expect(second.ended).toBe(true);
});

it('reading is cancelled, and nothing of it goes on', async () => {
  const { choose } = show();
  const worker = await choose('long.csv');
  fireEvent.click(await screen.findByRole('button', { name: sayEnglish('scorecard_cancel') }));
  expect(worker.ended).toBe(true);
  await vi.waitFor(() => expect(screen.queryByText(/%/)).toBeNull(), patience);
});

it('a preview that is closed, and a page that is left, keep no worker', async () => {
  const { choose, unmount } = show();
  const closed = await choose('one.csv');
  await look(closed);
  fireEvent.click(screen.getByRole('button', { name: sayEnglish('scorecard_cancel') }));
  expect(closed.ended).toBe(true);
  const left = await choose('two.csv');
  unmount();
  await vi.waitFor(() => expect(left.ended).toBe(true), 3000);
});

it('what is being written is written though the member looks at something else, and then its worker is ended', async () => {
  const { choose, unmount } = show();
  const worker = await choose('one.csv');
  await look(worker);
  fireEvent.click(screen.getByRole('button', { name: sayEnglish('import_apply') }));
  await vi.waitFor(() => expect(worker.asked.at(-1)!.name).toBe('write'), patience);
  await screen.findByText(/0/);
  unmount();
  expect(worker.ended).toBe(false);
  worker.answer({ ok: false, error: 'storage-full' });
  await vi.waitFor(() => expect(worker.ended).toBe(true), patience);
});

it('after a file over which the worker was ended, those before it are read again with those that follow', async () => {
  const { choose } = show();
  const worker = await choose('first.csv', 'hangs.xlsx', 'last.csv');
  worker.answer({ ok: true, value: undefined });
  await vi.waitFor(() => expect(worker.asked).toHaveLength(2), patience);
  (worker as unknown as Worker).onerror?.({} as ErrorEvent);
  fireEvent.click(await screen.findByRole('button', { name: sayEnglish('import_leave_file') }));
  await vi.waitFor(() => expect(HeldWorker.all).toHaveLength(2), patience);
  const again = HeldWorker.all[1]!;
  again.answer({ ok: true, value: undefined });
  await vi.waitFor(() => expect(again.asked).toHaveLength(2), patience);
  expect(again.asked.map(({ given }) => (given[0] as File).name)).toEqual(['first.csv', 'last.csv']);
});
