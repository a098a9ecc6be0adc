import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { RecordedReading } from '../../src/platform/messages';

/** What the content script of one page asks for and is told. */
export interface ContentScriptEar {
  /** How often it has asked for a reading to be recorded, so far. */
  asked(): number;
  /** The first answer that says "recorded", at the moment the content script gets it. */
  readonly acknowledged: Promise<RecordedReading>;
}

/** Listens to the content script of `page`, which must not have asked for anything yet. */
export async function listenToContentScript(
  context: BrowserContext,
  page: Page,
  extensionId: string,
): Promise<ContentScriptEar> {
  const session = await context.newCDPSession(page);
  const contextId = await contentScriptOf(session, extensionId);
  await session.send('Runtime.addBinding', { name: 'tellTest' });
  let asked = 0;
  const acknowledged = new Promise<RecordedReading>((resolve) => {
    session.on('Runtime.bindingCalled', ({ payload }) => {
      if (payload === 'asked') asked += 1;
      else resolve(JSON.parse(payload) as RecordedReading);
    });
  });
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression: `(${listen.toString()})()`,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return { asked: () => asked, acknowledged };
}

/** The isolated world of the extension in the session's page, once it is there. */
async function contentScriptOf(session: CDPSession, extensionId: string): Promise<number> {
  const contextId = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
      if (origin === `chrome-extension://${extensionId}`) resolve(id);
    });
  });
  await session.send('Runtime.enable');
  return contextId;
}

declare const tellTest: (said: string) => void;

/** Runs in the content script's world, which gets its text. */
function listen(): void {
  const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (request: { type: string }) => Promise<unknown>;
  const heard = async (request: { type: string }) => {
    if (request.type !== 'reading/record') return send(request);
    tellTest('asked');
    const answer = (await send(request)) as { ok: boolean; value: unknown } | undefined;
    if (answer?.ok) tellTest(JSON.stringify(answer.value));
    return answer;
  };
  Object.assign(chrome.runtime, { sendMessage: heard });
}
