import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from '../../src/words/say';

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const messages = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../public/_locales/en/messages.json'), 'utf8'),
) as Readonly<Record<string, Entry>>;

/** The sentence for a key in English, filled in as the browser does; a test fails when there is none. */
export const sayEnglish: Say = (key, ...substitutions) => {
  const entry = messages[key];
  if (!entry) throw new Error(`There is no sentence "${key}" in _locales/en.`);
  return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? '';
    return content.replace(/\$(\d)/g, (_digits, number: string) => String(substitutions[Number(number) - 1] ?? ''));
  });
};
