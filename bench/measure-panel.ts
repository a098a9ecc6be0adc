import type { BenchBrowser } from './bench-browser';
import { measureTab, panelPage, popupPage } from './measure-popup';
import { rowOf, type Row } from './row';
import { runs } from './runs';

/** The panel may take so many times as long as the popup. */
const most = 1.2;

/**
 * Measures the panel beside the popup, opened in a tab one after the other, with five years of days: everything painted is of the panel its tip, the
 * week's plan and the review. The histories must have been put.
 */
export async function measurePanel(browser: BenchBrowser, say: (done: string) => void): Promise<Row[]> {
  const copy = browser.copy('5 years');
  const painted: Record<string, number[]> = { [popupPage]: [], [panelPage]: [] };
  // Round 0 warms up.
  for (let round = 0; round <= runs; round += 1) {
    say(`${round} of ${runs}`);
    // Neither always comes first.
    for (const path of round % 2 === 0 ? [popupPage, panelPage] : [panelPage, popupPage]) {
      const opening = await measureTab(browser, copy, path);
      if (round > 0) painted[path]?.push(opening.painted);
    }
  }
  const [popup, panel] = [painted[popupPage] ?? [], painted[panelPage] ?? []];
  const group = 'panel';
  return [
    rowOf(group, '5 years: popup, opened → everything painted, in a tab', 'ms', popup),
    rowOf(group, '5 years: panel, opened → everything painted, in a tab', 'ms', panel),
    rowOf(
      group,
      '5 years: panel / popup, in a tab',
      'ratio',
      panel.map((value, round) => value / (popup[round] ?? Number.NaN)),
      most,
    ),
  ];
}
