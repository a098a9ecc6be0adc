import type { BenchBrowser } from './bench-browser';
import { measurePainted, panelPage, popupPage } from './measure-popup';
import { rowOf, type Row } from './row';

/** The panel may take so many times as long as the popup. */
const most = 1.2;

/**
 * Measures the panel beside the popup, opened in a tab one after the other, with five years of days, both from the store: everything painted is of
 * the panel its tip, the week's plan and the review. The histories must have been put.
 */
export async function measurePanel(browser: BenchBrowser, say: (done: string) => void): Promise<Row[]> {
  const painted = await measurePainted(browser, browser.copy('5 years'), [popupPage, panelPage], say);
  const [popup, panel] = [painted.get(popupPage) ?? [], painted.get(panelPage) ?? []];
  const group = 'panel';
  return [
    rowOf(group, '5 years: popup after a change, opened → everything painted, in a tab', 'ms', popup),
    rowOf(group, '5 years: panel, opened → everything painted, in a tab', 'ms', panel),
    rowOf(
      group,
      '5 years: panel / popup after a change, in a tab',
      'ratio',
      panel.map((value, round) => value / (popup[round] ?? Number.NaN)),
      most,
    ),
  ];
}
