import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { noRows } from '../../src/core/rows/row-kinds';
import { AddFiles } from '../../src/scorecard/people/add-files';
import type { Looked } from '../../src/scorecard/people/look-at-file';
import { Toasts } from '../../src/scorecard/toast';
import { sayEnglish } from './say-english';

const fake = vi.hoisted(() => ({
  /** How the files that are being read are answered, the first asked first. */
  answers: [] as ((looked: readonly unknown[]) => void)[],
  taken: [] as unknown[][],
  done: (): void => undefined,
}));

vi.mock('../../src/platform/browser', () => ({ browser: {} }));
vi.mock('../../src/scorecard/people/look-at-file', () => ({
  lookAtFile: () => new Promise((resolve) => fake.answers.push(resolve)),
}));
vi.mock('../../src/scorecard/people/people-commands', () => ({
  takeIn: (taken: unknown[]) => () => {
    fake.taken.push(taken);
    return new Promise((resolve) => (fake.done = () => resolve({ ok: true, value: 'change' })));
  },
}));

const around = { today: '2026-11-27', timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const looked = (file: string, name: string): Looked => ({
  file,
  given: { file, name, rows: noRows() },
  whose: { state: 'new' },
  days: 3,
});

afterEach(cleanup);

it('nothing can be added while further files are read, and nothing twice', async () => {
  const { container } = render(
    <Toasts say={sayEnglish}>
      <AddFiles handle={{ current: null }} people={[]} around={around} />
    </Toasts>,
  );
  const chooser = container.querySelector('input')!;
  fireEvent.change(chooser, { target: { files: [new File(['a'], 'amira.json'), new File(['b'], 'ben.json')] } });
  const add = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Add / });
  fake.answers[0]!([looked('amira.json', 'Amira')]);
  await screen.findByText('amira.json');
  expect(add().disabled).toBe(true);
  await vi.waitFor(() => expect(fake.answers).toHaveLength(2));
  fake.answers[1]!([looked('ben.json', 'Ben')]);
  await screen.findByText('ben.json');
  await vi.waitFor(() => expect(add().disabled).toBe(false));
  fireEvent.click(add());
  fireEvent.click(add());
  await vi.waitFor(() => expect(fake.taken.length).toBeGreaterThan(0));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(fake.taken.map((taken) => taken.length)).toEqual([2]);
  fake.done();
  await vi.waitFor(() => expect(screen.queryByText('ben.json')).toBeNull());
});
