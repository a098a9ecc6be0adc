import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A copy of the built extension that speaks one language in a browser of any. */
export interface OneLanguageCopy {
  /** The language of its sentences (BCP 47), as the extension itself names it. */
  readonly language: string;
  /** Folder of the unpacked extension. */
  readonly folder: string;
  /** Path and search of the SSI page on which its content script runs, and no other copy's. */
  readonly path: string;
}

/**
 * Copies the built extension into `folder` once for each of the locales `spoken`: one browser then shows them all, side by side, where as many would
 * have to be started. Only what chooses the language is changed: the others' sentences are gone, and each copy has an SSI page of its own.
 */
export async function copyInEachLanguage(
  extension: string,
  folder: string,
  spoken: readonly string[],
): Promise<OneLanguageCopy[]> {
  const locales = await readdir(join(extension, '_locales'));
  return Promise.all(
    spoken.map(async (locale) => {
      const copy = join(folder, locale);
      await cp(extension, copy, { recursive: true });
      for (const other of locales) {
        if (other !== locale) await rm(join(copy, '_locales', other), { recursive: true });
      }
      const path = `/sales/ssi?language=${locale}`;
      const file = join(copy, 'manifest.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as { content_scripts: object[] };
      const scripts = manifest.content_scripts.map((script) => ({
        ...script,
        matches: [`https://www.linkedin.com${path}`],
      }));
      await writeFile(file, JSON.stringify({ ...manifest, default_locale: locale, content_scripts: scripts }));
      return { language: locale.replace('_', '-'), folder: copy, path };
    }),
  );
}
