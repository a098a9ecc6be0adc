import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

/** The axe that `@axe-core/playwright` brings along: that package itself drives Playwright's browsers only. */
const axeSource = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly { readonly id: string }[];
}

/** What axe finds wrong in a page of Firefox, each with the elements it is about; and the rules that were kept. */
export async function axeFindings(page: Page): Promise<{ violations: string[]; passes: string[] }> {
  const ready = await page.evaluate(() => 'axe' in globalThis);
  if (!ready) await page.evaluate(`${axeSource};undefined`);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations, passes } = await axe.run();
    return {
      violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      passes: passes.map(({ id }) => id),
    };
  });
}
