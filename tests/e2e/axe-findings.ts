import type { Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';
import type { Page as FirefoxPage } from 'puppeteer-core';

/**
 * What axe finds wrong in a page, or in what `within` selects of it, each with the elements it is about; and the rules that were kept.
 * Axe runs in the page itself, and stays there for the next question.
 */
export async function axeFindings(
  page: Page | FirefoxPage,
  within?: string,
): Promise<{ violations: string[]; passes: string[] }> {
  // Puppeteer's page answers the same question; only its type differs.
  const asked = page as Page;
  if (!(await asked.evaluate<boolean>('"axe" in globalThis'))) await asked.evaluate(`${axe.source};undefined`);
  const { violations, passes } = await asked.evaluate<Pick<AxeResults, 'violations' | 'passes'>>(
    `axe.run(${within === undefined ? 'document' : JSON.stringify(within)}, { resultTypes: ['violations'] })`,
  );
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    passes: passes.map(({ id }) => id),
  };
}
