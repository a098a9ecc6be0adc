import type { BrowserContext, CDPSession } from '@playwright/test';
import { readFileSync } from 'node:fs';

declare global {
  /** Lets the worker that a debugger is attached to stand still: it does nothing from here on. */
  var standStill: () => void;
  /** Puts `instead` in the place of a method. It gets the call that was meant, the object it was meant for, and its parameters. */
  var onCall: <Target extends object>(
    prototype: Target,
    method: keyof Target & string,
    instead: (call: () => unknown, target: Target, parameters: readonly unknown[]) => unknown,
  ) => void;
}

/** The extension's background worker under a debugger. */
export interface PausedWorker {
  /** Resolves when the worker stands still. */
  readonly paused: Promise<void>;
  /** Runs `work`, which may call `standStill` and `onCall`, in the worker, which gets its text. */
  run(work: () => void): Promise<void>;
}

/** Attaches a debugger to the extension's worker, which must be running. */
export async function debugWorker(context: BrowserContext, extensionId: string): Promise<PausedWorker> {
  const browser = await browserSession(context);
  const { targetInfos } = await browser.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
  );
  if (!worker) throw new Error('The worker is not running.');
  const { send, on } = await attach(browser, worker.targetId);
  const paused = new Promise<void>((resolve) => on('Debugger.paused', resolve));
  await send('Debugger.enable');
  const run = async (expression: string) => {
    const { exceptionDetails } = await send('Runtime.evaluate', { expression });
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  };
  await run(`standStill = () => { debugger; }; onCall = ${replaceMethod.toString()};`);
  return { paused, run: (work) => run(`(${work.toString()})()`) };
}

/** What `onCall` is in the worker, which gets its text. */
function replaceMethod(
  prototype: Record<string, unknown>,
  method: string,
  instead: (call: () => unknown, target: object, parameters: readonly unknown[]) => unknown,
): void {
  const meant = prototype[method] as (...parameters: unknown[]) => unknown;
  prototype[method] = function (this: object, ...parameters: unknown[]) {
    return instead(() => meant.apply(this, parameters), this, parameters);
  };
}

/**
 * Kills (SIGKILL) the process of the extension, and so its worker at the very statement where it stands: one that stands still cannot be
 * stopped otherwise. The browser lives on and starts another at the next event.
 */
export async function killWorker(context: BrowserContext): Promise<void> {
  const browser = await browserSession(context);
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  const killed = processInfo.filter(
    ({ id, type }) =>
      type === 'renderer' && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--extension-process'),
  );
  if (killed.length === 0) throw new Error('The extension has no process to kill.');
  for (const { id } of killed) process.kill(id, 'SIGKILL');
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('There is no browser to ask.');
  return session;
}

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** A session of its own with a target that Playwright has no session for. */
async function attach(browser: CDPSession, targetId: string) {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const replies = new Map<number, (reply: Reply) => void>();
  const listeners = new Map<string, () => void>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as Reply;
    if (reply.id !== undefined) replies.get(reply.id)?.(reply);
    else if (reply.method !== undefined) listeners.get(reply.method)?.();
  });
  let last = 0;
  return {
    on: (method: string, listener: () => void) => void listeners.set(method, listener),
    send: async (method: string, params: object = {}): Promise<Record<string, unknown>> => {
      const id = (last += 1);
      const replied = new Promise<Reply>((resolve) => replies.set(id, resolve));
      await browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
      const { result, error } = await replied;
      if (error) throw new Error(`${method}: ${error.message}`);
      return result ?? {};
    },
  };
}
