import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Around every sentence of the pseudo-locale. */
const [opening, closing] = ['⟦', '⟧'];

/** By how much a translation may be longer than English. */
const lengthening = 0.35;

interface Message {
  readonly message: string;
}

/** A sentence as the pseudo-locale has it: longer, and between brackets. Its placeholders stay what they are. */
function pseudoMessage(message: string): string {
  const more = Math.ceil(message.length * lengthening);
  const words = Array.from({ length: Math.ceil(more / 6) }, () => 'ęłöng').join(' ');
  return `${opening}${message} ${words.slice(0, more)}${closing}`;
}

/** A copy of the built extension in `folder` whose every sentence, in every language, is the English one as `pseudoMessage` makes it. */
export async function buildPseudoLocale(extension: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(extension, folder, { recursive: true });
  const locales = join(folder, '_locales');
  const english = JSON.parse(await readFile(join(locales, 'en', 'messages.json'), 'utf8')) as Record<string, Message>;
  const pseudo = Object.fromEntries(
    Object.entries(english).map(([key, entry]) => [
      key,
      // A list's comma and the tag of the language are no sentences.
      key.endsWith('_comma') || key === 'language_tag' ? entry : { ...entry, message: pseudoMessage(entry.message) },
    ]),
  );
  for (const language of await readdir(locales)) {
    if (language === 'en') await writeFile(join(locales, 'en', 'messages.json'), JSON.stringify(pseudo));
    else await rm(join(locales, language), { recursive: true });
  }
}

/** What is left of a text without all that stands between the brackets: what did not come from `_locales`. */
export function outsideBrackets(text: string): string {
  let depth = 0;
  let left = '';
  for (const letter of text) {
    if (letter === closing) depth = Math.max(0, depth - 1);
    else if (letter === opening) depth += 1;
    else if (depth === 0) left += letter;
  }
  return left;
}

/** A text of a page and where it stands. */
export interface FoundText {
  readonly text: string;
  /** "p.hint", "button.button-icon[title]" */
  readonly where: string;
}

/** All texts of a page: its title, its text nodes, and the attributes that are read or shown. Runs in the browser. */
export function textsIn(root: Element | null): FoundText[] {
  const found: FoundText[] = [];
  const nameOf = (element: Element | null) =>
    element === null ? '' : [element.localName, ...element.classList].join('.');
  if (root === null) found.push({ text: document.title, where: 'title' });
  const top = root ?? document.body;
  const nodes = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const parent = nodes.currentNode.parentElement;
    if (parent?.closest('script, style')) continue;
    const text = nodes.currentNode.textContent ?? '';
    // A sentence may go on beyond what of it is strong.
    const whole = text.split('⟦').length === text.split('⟧').length ? text : parent?.parentElement?.textContent;
    found.push({ text: whole ?? text, where: nameOf(parent) });
  }
  for (const element of [top, ...top.querySelectorAll('*')]) {
    for (const attribute of ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(attribute);
      if (text !== null) found.push({ text, where: `${nameOf(element)}[${attribute}]` });
    }
  }
  return found;
}
