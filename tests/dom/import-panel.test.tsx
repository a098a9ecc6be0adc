import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Result } from '../../src/core/result';
import { ImportPanel } from '../../src/scorecard/data/import-panel';
import { Toasts } from '../../src/scorecard/toast';
import { sampleToday } from '../e2e/popup-sample';
import { patience } from './patient-queries';
import { sayEnglish } from './say-english';

const fake = vi.hoisted(() => ({ answers: new Map<string, (read: Result<unknown>) => void>() }));

vi.mock('../../src/platform/browser', () => ({ browser: {} }));
vi.mock('../../src/store/write/read-import-file', () => ({
  readImportFile: async (content: Blob) => {
    const text = await content.text();
    return new Promise((resolve) => fake.answers.set(text, resolve));
  },
}));

afterEach(() => {
  cleanup();
  fake.answers.clear();
});

it('of two files chosen quickly only the second is shown, whichever is read first', async () => {
  const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
  const { container } = render(
    <Toasts say={sayEnglish}>
      <ImportPanel around={around} member={undefined} />
    </Toasts>,
  );
  const input = container.querySelector('input[type=file]')!;
  for (const text of ['first', 'second']) {
    fireEvent.change(input, { target: { files: [new File([text], `${text}.csv`)] } });
    await vi.waitFor(() => expect(fake.answers.has(text)).toBe(true), patience);
  }
  const answer = (text: string, error: string) => fake.answers.get(text)!({ ok: false, error } as Result<never>);
  answer('second', 'import-empty');
  const shown = await screen.findByText(sayEnglish('error_import_empty'));
  answer('first', 'import-too-large');
  await Promise.resolve();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(shown.isConnected).toBe(true);
  expect(screen.queryByText(sayEnglish('error_import_too_large'))).toBeNull();
});
