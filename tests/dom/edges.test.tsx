import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { render as unmount } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../src/core/result';
import { Notice } from '../../src/popup/notice';
import type { Command } from '../../src/scorecard/commands';
import { Toasts, useRun } from '../../src/scorecard/toast';
import { Boundary } from '../../src/ui/boundary';
import { drawPage } from '../../src/ui/draw-page';
import { sayEnglish } from './say-english';

vi.mock('../../src/platform/browser', () => ({
  browser: {
    runtime: { getManifest: () => ({ name: 'SSI Scorecard', version: '1.2.3' }) },
    i18n: { getMessage: (key: string) => (key === 'language_tag' ? 'en' : sayEnglish(key)), getUILanguage: () => 'en' },
  },
}));

const sentence = 'Something went wrong in SSI Scorecard itself.';
const log = vi.spyOn(console, 'error');
const copied = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  log.mockReset().mockReturnValue();
  copied.mockReset().mockResolvedValue();
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: copied } });
});
afterEach(() => {
  cleanup();
  const drawn = document.querySelector('#page');
  if (drawn) unmount(null, drawn);
  document.body.replaceChildren();
});

function Broken({ when = true }: { readonly when?: boolean }) {
  if (when) throw new TypeError('Anna has 61');
  return <p>Drawn</p>;
}

/** What is copied says where, and nothing of the member. */
async function expectReport(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
  await screen.findByText('Copied');
  const [[report] = ['']] = copied.mock.calls;
  expect(report).toMatch(/^SSI Scorecard 1\.2\.3\n/);
  expect(report).toContain('TypeError');
  expect(report).not.toMatch(/Anna|has 61/);
}

describe('one part that cannot be drawn', () => {
  it('leaves the others, says so in its place, and can be copied', async () => {
    render(
      <>
        <Boundary say={sayEnglish}>
          <Broken />
        </Boundary>
        <Boundary say={sayEnglish}>
          <p>The other one</p>
        </Boundary>
      </>,
    );
    expect(screen.getByRole('alert').textContent).toContain(sentence);
    expect(screen.getByText('The other one')).toBeDefined();
    await expectReport();
  });

  it('is tried again with a click, and by itself with what it is made from', () => {
    const part = (broken: boolean, from: number) => (
      <Boundary say={sayEnglish} from={from}>
        <Broken when={broken} />
      </Boundary>
    );
    const { rerender } = render(part(true, 1));
    expect(screen.getByRole('alert')).toBeDefined();
    rerender(part(false, 2));
    expect(screen.getByText('Drawn')).toBeDefined();

    rerender(part(true, 2));
    expect(screen.getByRole('alert')).toBeDefined();
    rerender(part(false, 2));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('Drawn')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a page', () => {
  const place = () => {
    document.body.innerHTML = '<main id="page"></main>';
  };

  it('that cannot be made at all says so instead of staying blank', async () => {
    place();
    await act(() => drawPage('#page', () => Promise.reject(new TypeError('Anna has 61'))));
    expect(screen.getByRole('alert').textContent).toContain(sentence);
    await expectReport();
  });

  it('that cannot be drawn says so', async () => {
    place();
    await act(() => drawPage('#page', () => <Broken />));
    expect(screen.getByRole('alert').textContent).toContain(sentence);
  });

  it('in a browser without days and time zones says that it is too old', async () => {
    place();
    const { Temporal } = globalThis;
    Reflect.deleteProperty(globalThis, 'Temporal');
    try {
      await act(() => drawPage('#page', () => <p>Drawn</p>));
    } finally {
      Object.assign(globalThis, { Temporal });
    }
    expect(screen.getByRole('alert').textContent).toContain('This browser is too old');
  });

  it.each([
    // The stand-in for a browser has no such event of its own.
    [
      'a promise nobody waits for',
      () => Object.assign(new Event('unhandledrejection'), { reason: new TypeError('Anna has 61') }),
    ],
    ['a timer or an event', () => new ErrorEvent('error', { error: new TypeError('Anna has 61') })],
  ])('tells of a mistake in %s, above what it shows', async (_, event) => {
    place();
    await act(() => drawPage('#page', () => <p>Drawn</p>));
    await act(() => {
      window.dispatchEvent(event());
    });
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
    expect(screen.getByText('Drawn')).toBeDefined();
    await expectReport();
  });

  it('makes nothing of what a browser only remarks', async () => {
    place();
    await act(() => drawPage('#page', () => <p>Drawn</p>));
    await act(() => {
      window.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed' }));
    });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a command', () => {
  function Doing({ command }: { readonly command: Command }) {
    const run = useRun();
    const [done, setDone] = useState<boolean>();
    return (
      <button type="button" onClick={() => void run(command, { text: 'Done.' }).then(setDone)}>
        {done === undefined ? 'Do' : done ? 'Was done' : 'Was not done'}
      </button>
    );
  }

  const show = (command: Command) => {
    render(
      <Toasts say={sayEnglish}>
        <Doing command={command} />
      </Toasts>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Do' }));
  };

  it('of the scorecard that throws is not done, and says why with what can be copied', async () => {
    show(() => Promise.reject(new TypeError('Anna has 61')));
    await screen.findByRole('button', { name: 'Was not done' });
    expect(screen.getByText(sentence, { exact: false })).toBeDefined();
    await expectReport();
  });

  it('that is refused offers nothing to copy', async () => {
    show(() => Promise.resolve(fail('storage-full')));
    await screen.findByText('Your disk is full', { exact: false });
    expect(screen.queryByRole('button', { name: 'Copy report' })).toBeNull();
    cleanup();
    show(() => Promise.resolve(succeed(undefined)));
    await screen.findByText('Done.');
  });

  it('of the popup that throws says so under its button', async () => {
    render(
      <Notice
        notice={{ text: 'Asked', steps: [], primary: { action: 'mine', label: 'Mine' } }}
        say={sayEnglish}
        onAction={() => Promise.reject(new TypeError('Anna has 61'))}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Mine' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(sentence));
    await expectReport();
  });
});
