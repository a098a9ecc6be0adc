// scratch: builds side by side. Args: mode rounds name=dir ...
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'temporal-polyfill/global';
import { localDayAt } from '../src/core/score/local-day';
import { startLinkedInServer } from '../tests/linkedin/linkedin-server';
import { copyExtension, heapOf, launchBenchBrowser, putMember } from './bench-browser';
import { madeUpMember } from './made-up-member';
import { respondWithScore } from './measure-reading';
import { openTraced, lastCard, scorecardPage } from './measure-scorecard';
import { median } from './row';
const [, rounds = '5', ...builds] = process.argv.slice(2);
const named = builds.map((b) => b.split('=') as [string, string]);
const folder = mkdtempSync(join(tmpdir(), 'beside-'));
const linkedin = await startLinkedInServer({ respond: respondWithScore });
const years = [5, 50];
const today = localDayAt(Date.now(), 'UTC');
const copies = named.flatMap(([name, dir]) => years.map((y) => ({ name: `${name} ${y}`, dir, y })));
const t0 = Date.now();
const browser = await launchBenchBrowser(folder, 'x', copies.map(({ name, dir }) => copyExtension(dir, folder, name)), { executable: '/usr/lib/chromium/chromium', linkedin });
console.log('launched', Date.now() - t0);
const got: Record<string, any[]> = {};
for (const { name, y } of copies) await putMember(browser.copy(name), madeUpMember(Math.round(y * 365.25), today, { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 }));
console.log('put', Date.now() - t0);
for (let r = 0; r <= Number(rounds); r++) for (const { name } of copies) {
  try {
    const { page, ...one } = await openTraced(browser, `${browser.copy(name).origin}/${scorecardPage}`, lastCard);
    const heap = await heapOf(page);
    const redraw = 0;
    await page.close();
    if (r > 0) (got[name] ??= []).push({ ...one, heap, redraw });
  } catch (e) { console.log(name, String(e).slice(0, 300)); }
}
console.log('done', Date.now() - t0);
const f = (n: number) => n.toFixed(n < 10 ? 2 : 0).padStart(6);
console.log('build'.padEnd(14), 'seen (min)     all (min)   seenBusy allBusy block shift redraw  heap');
for (const { name } of copies) { const g = got[name] ?? []; if (!g.length) continue; const m = (k: string) => median(g.map((o) => o[k])); const mi = (k: string) => Math.min(...g.map((o) => o[k]));
  console.log(name.padEnd(14), f(m('seen')), f(mi('seen')), f(m('all')), f(mi('all')), f(m('seenBusy')), f(m('allBusy')), f(m('block')), f(m('shift')), f(m('redraw')), f(m('heap')), g.length); }
await browser.close(); await linkedin.close(); rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit(0);
