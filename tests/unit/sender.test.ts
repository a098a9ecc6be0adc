import { describe, expect, test } from 'vitest';
import type { Runtime, Tabs } from 'webextension-polyfill';
import { isOurContentScript } from '../../src/background/sender';

const tab = { incognito: false } as Tabs.Tab;
const ours: Runtime.MessageSender = { id: 'us', frameId: 0, tab, url: 'https://www.linkedin.com/sales/ssi?src=nav' };

describe('who may ask the worker', () => {
  test('our own content script on the SSI page', () => {
    expect(isOurContentScript(ours, 'us')).toBe(true);
    expect(isOurContentScript({ ...ours, url: 'https://www.linkedin.com/sales/ssi/' }, 'us')).toBe(true);
  });

  test.each<[string, Partial<Runtime.MessageSender>]>([
    ['another extension', { id: 'them' }],
    // Chromium gives it a frame of its own until the member comes to it.
    ['a page that nobody has come to yet', { frameId: 1, documentLifecycle: 'prerender' } as object],
    ['a frame inside the page', { frameId: 3 }],
    [
      'one of our own pages, which has no tab',
      { tab: undefined as never, url: 'chrome-extension://us/popup/index.html' },
    ],
    ['a private window (promise 7)', { tab: { ...tab, incognito: true } }],
    ['another page of LinkedIn', { url: 'https://www.linkedin.com/sales/home' }],
    ['a page whose address only begins like it', { url: 'https://www.linkedin.com/sales/ssi-news' }],
    ['another site', { url: 'https://www.linkedin.com.example/sales/ssi' }],
    ['a page without encryption', { url: 'http://www.linkedin.com/sales/ssi' }],
    ['a sender without an address', { url: '' }],
  ])('not %s', (_, changed) => {
    expect(isOurContentScript({ ...ours, ...changed }, 'us')).toBe(false);
  });
});
