import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as FirefoxPage } from 'puppeteer-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that ask for colours. They take most of the time. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** All rules; those about colours alone, where only the theme is another than in a run before; or all others, where only the layout is. */
export type AxeRules = 'all' | 'colours' | 'all but colours';

/**
 * What axe finds wrong in a page, or in what `within` selects of it, each with the elements it is about; and the rules that were kept.
 * Axe runs in the page itself, and stays there for the next question.
 */
export async function axeFindings(
  page: Page | FirefoxPage,
  within?: string,
  rules: AxeRules = 'all',
): Promise<{ violations: string[]; passes: string[] }> {
  // Puppeteer's page answers the same question; only its type differs.
  const asked = page as Page;
  if (!(await asked.evaluate<boolean>('"axe" in globalThis'))) await asked.evaluate(`${axeSource};undefined`);
  const options = {
    resultTypes: ['violations'],
    ...(rules === 'colours' && { runOnly: colourRules }),
    ...(rules === 'all but colours' && {
      rules: Object.fromEntries(colourRules.map((id) => [id, { enabled: false }])),
    }),
  };
  const { violations, passes } = await asked.evaluate<Pick<AxeResults, 'violations' | 'passes'>>(
    `axe.run(${within === undefined ? 'document' : JSON.stringify(within)}, ${JSON.stringify(options)})`,
  );
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    passes: passes.map(({ id }) => id),
  };
}
