// The extension's one writer of readings. Everything that listens is registered here, synchronously, so that a worker that was
// stopped is woken by what it missed; nothing that matters lives in its memory.
import { fail } from '../core/result';
import { browser } from '../platform/browser';
import type { Answer, ContentRequest } from '../platform/messages';
import { parseContentRequest } from './content-request';
import { recordReading } from './record-reading';
import { reportTrouble } from './report-trouble';
import { isOurContentScript } from './sender';
import { refreshToolbar } from './toolbar';

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const request = isOurContentScript(sender, browser.runtime.id) ? parseContentRequest(message) : undefined;
  if (request === undefined) sendResponse(fail('message-refused'));
  else void answer(request).then(sendResponse);
  // The answer may come later.
  return true;
});

browser.runtime.onInstalled.addListener(() => void refreshToolbar());
browser.runtime.onStartup.addListener(() => void refreshToolbar());

async function answer(request: ContentRequest): Promise<Answer<ContentRequest>> {
  // Stores refuse the extension to such a browser, but an unpacked one gets this far.
  if (!('Temporal' in globalThis)) return fail('browser-too-old');
  const now = Date.now();
  switch (request.type) {
    case 'reading/record':
      return recordReading(request, now, Temporal.Now.timeZoneId());
    case 'page/trouble':
      return reportTrouble(request, now);
  }
}
