// What the scorecard keeps for its next opening: what the store said, and nothing else.
import { cleanup } from '@testing-library/preact';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawFirstFrame } from '../../src/first-frame/first-frame';
import { drawScorecard } from '../../src/scorecard/draw-scorecard';
import { painted } from '../../src/ui/painted';
import { closeDatabase } from '../../src/store/database';

const { browser, state } = await vi.hoisted(async () => {
  const inMemory = (await import('../unit/in-memory-browser')).inMemoryBrowser();
  const { sayEnglish } = await import('./say-english');
  const deaf = { addListener: () => undefined, removeListener: () => undefined };
  return {
    ...inMemory,
    browser: {
      ...inMemory.browser,
      i18n: { getUILanguage: () => 'en-GB', getMessage: sayEnglish },
      runtime: {
        getURL: (path: string) => `extension:/${path}`,
        getManifest: () => ({
          version: '1.0.0',
          content_scripts: [{ matches: ['https://www.linkedin.com/sales/ssi'] }],
        }),
      },
      permissions: { contains: () => Promise.resolve(true), onAdded: deaf, onRemoved: deaf },
    },
  };
});
vi.mock('../../src/platform/browser', () => ({ browser }));
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
vi.stubGlobal('cancelIdleCallback', clearTimeout);

let root: HTMLElement;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  state.session.clear();
  document.body.innerHTML = '<div id="scorecard"></div>';
  root = document.querySelector<HTMLElement>('#scorecard')!;
});
afterEach(async () => {
  render(null, root);
  cleanup();
  vi.restoreAllMocks();
  await closeDatabase();
});

/** Opens the scorecard, until it is painted. */
async function open(): Promise<void> {
  await drawScorecard(await drawFirstFrame('scorecard', root));
  await painted();
}

test('what the store said is kept', async () => {
  await open();
  await vi.waitFor(() => expect(JSON.stringify(state.session.get('scorecard-frame'))).toContain('overview is-empty'));
});

test('that the store could not be read is said and not kept: it may be read the next time', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error.', 'UnknownError');
  });
  await open();
  expect(root.querySelector('[role=alert]')).not.toBeNull();
  await painted();
  expect(state.session.get('scorecard-frame') ?? null).toBeNull();
});
