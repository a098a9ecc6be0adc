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
  const small = text.toLowerCase();
  const named = (Object.keys(table) as Name[]).filter((name) => names(small, table[name]));
  return named.length === 1 ? named[0] : undefined;
}

function names(text: string, { whole = [], beginnings, anywhere }: NamingWords): boolean {
  return (
    beginnings.some((word) => placesOf(word, text).some((start) => !isCased(text.charAt(start - 1)))) ||
    anywhere.some((word) => text.includes(word)) ||
    whole.some((word) =>
      placesOf(word, text).some(
        (start) => !isCased(text.charAt(start - 1)) && !isCased(text.charAt(start + word.length)),
      ),
    )
  );
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** Whether `character` is a letter of a script with capitals. */
function isCased(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase();
}
