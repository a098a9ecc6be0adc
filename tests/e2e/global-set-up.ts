import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtExtension } from './extension-test';
import { noTestFonts } from './test-fonts';

/** `npm test` has done both; this is for someone who runs one test by hand. */
export default async function globalSetUp(): Promise<void> {
  if (!existsSync(join(builtExtension, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${builtExtension}. Run "npm run build" first.`);
  }
  if (noTestFonts !== undefined) process.stdout.write(`${noTestFonts}\n`);
  const { findChromium } = await import('../../scripts/find-browser.mjs');
  process.env['SSI_CHROMIUM'] ??= await findChromium();
}
