/** Words that name one thing in many languages, in small letters. */
export interface NamingWords {
  /** Only as whole words. */
  readonly whole?: readonly string[];
  /** At the beginning of words: Latin, Greek and Cyrillic ones, which have endings. */
  readonly beginnings: readonly string[];
  /** Anywhere: in scripts that put no space between words, or other words before them. */
  readonly anywhere: readonly string[];
}

/**
 * The one thing of `table` that `text` names; undefined when it names none, or several. Plain lists: one expression of all of them takes the
 * browser longer to prepare than the rest of a reading.
 */
export function oneNamed<Name extends string>(
  table: Readonly<Record<Name, NamingWords>>,
  text: string,
): Name | undefined {
  const known = answers.get(table) ?? new Map<string, string | undefined>();
  answers.set(table, known);
  if (known.has(text)) return known.get(text) as Name | undefined;
  const small = text.toLowerCase();
  const named = (Object.keys(table) as Name[]).filter((name) => names(small, table[name]));
  const only = named.length === 1 ? named[0] : undefined;
  // A page has the same labels again and again, and at every look.
  if (known.size < mostKnown) known.set(text, only);
  return only;
}

const answers = new Map<unknown, Map<string, string | undefined>>();
const mostKnown = 500;

function names(text: string, { whole = [], beginnings, anywhere }: NamingWords): boolean {
  for (const word of anywhere) if (text.includes(word)) return true;
  for (const word of beginnings) if (stands(word, text, false)) return true;
  for (const word of whole) if (stands(word, text, true)) return true;
  return false;
}

/** Whether `word` stands at the beginning of a word of `text`; with `whole`, is one. */
function stands(word: string, text: string, whole: boolean): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isCased(text.charAt(at - 1)) && !(whole && isCased(text.charAt(at + word.length)))) return true;
  }
  return false;
}

/** Whether `character` is a letter of a script with capitals. */
function isCased(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase();
}
