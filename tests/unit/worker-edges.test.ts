import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answering, follow } from '../../src/background/edges';
import { fail, succeed } from '../../src/core/result';
import { readWorkerTrouble } from '../../src/store/read/worker-trouble';
import { clearPageState } from '../../src/store/write/page-state';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({
  browser: { ...browser, runtime: { getManifest: () => ({ name: 'SSI Scorecard', version: '1.2.3' }) } },
}));

const log = vi.spyOn(console, 'error');
beforeEach(() => {
  state.local.clear();
  state.refuseWrites = undefined;
  log.mockReset().mockReturnValue();
});
afterEach(() => log.mockReset());

const mistake = () => Promise.reject(new TypeError('Anna has 61'));

describe('the worker’s edge', () => {
  test('answers a mistake with an error and details, remembers it for the pages, and tells the console all of it', async () => {
    const answer = await answering(mistake);
    expect(answer).toMatchObject({ ok: false, error: 'unexpected' });
    const { details } = answer as { details: string };
    expect(details).toMatch(/^SSI Scorecard 1\.2\.3\n/);
    expect(details).toContain('TypeError');
    expect(details).not.toContain('Anna');
    expect(await readWorkerTrouble()).toBe(details);
    expect(log).toHaveBeenCalledWith(expect.objectContaining({ message: 'Anna has 61' }));
  });

  test('catches what is thrown before anything is waited for, too', async () => {
    const answer = await answering(() => {
      throw new Error('at once');
    });
    expect(answer).toMatchObject({ ok: false, error: 'unexpected' });
  });

  test('lets answers and known errors through, and remembers neither', async () => {
    expect(await answering(() => Promise.resolve(succeed(1)))).toEqual(succeed(1));
    expect(await answering(() => Promise.resolve(fail('storage-full')))).toEqual(fail('storage-full'));
    expect(await readWorkerTrouble()).toBeUndefined();
  });

  test('remembers a mistake in what nobody waits for, until the next good reading', async () => {
    follow(mistake);
    await vi.waitFor(async () => expect(await readWorkerTrouble()).toBeDefined());
    value(await clearPageState());
    expect(await readWorkerTrouble()).toBeUndefined();
  });

  test('answers all the same when it cannot be remembered', async () => {
    state.refuseWrites = new Error('Resource::kQuotaBytes quota exceeded');
    expect(await answering(mistake)).toMatchObject({ ok: false, error: 'unexpected' });
  });
});
