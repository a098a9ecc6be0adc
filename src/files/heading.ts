import { headingWords, type Meaning } from './heading-words';
import { normalText, wordsOf } from './normal-text';

/** What the words of a heading mean. */
export interface Heading {
  /** As written in the file. */
  readonly text: string;
  readonly means: ReadonlySet<Meaning>;
  /** Every word of it means something. */
  readonly known: boolean;
}

const exact = new Map<string, Set<Meaning>>();
const beginnings = new Map<string, Set<Meaning>>();

for (const [meaning, list] of Object.entries(headingWords) as [Meaning, string][]) {
  for (const entry of list.split(/\s+/)) {
    const [map, word] = entry.endsWith('*') ? [beginnings, entry.slice(0, -1)] : [exact, entry];
    const key = wordsOf(word).join('') || word;
    map.set(key, (map.get(key) ?? new Set()).add(meaning));
  }
}

/** Scripts that write words without spaces between them. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function meaningsOf(word: string): ReadonlySet<Meaning> | undefined {
  const found = exact.get(word) ?? exact.get(word.replace(/^(?:وال|بال|لل|ال)/, ''));
  if (found) return found;
  if (/^\d+$/.test(word)) return exact.get('of');
  for (let length = word.length; length >= 3; length -= 1) {
    const begun = beginnings.get(word.slice(0, length)) ?? beginnings.get(word.slice(0, length).replace(/^ال/, ''));
    // "Branchenrang" begins like "Branche" and says more.
    if (begun && (length > word.length - 4 || !partsOf(word))) return begun;
  }
  return partsOf(word);
}

/** The meanings of a compound, "Netzwerkrang" or "業界順位", cut into known words with at most a joining letter or two between. */
function partsOf(word: string): ReadonlySet<Meaning> | undefined {
  if (word.length > 40) return undefined;
  const shortest = unspaced.test(word) ? 1 : 3;
  for (let length = word.length - shortest; length >= shortest; length -= 1) {
    const first = exact.get(word.slice(0, length)) ?? beginnings.get(word.slice(0, length));
    if (!first) continue;
    const rest = word.slice(length);
    for (const tail of [
      rest,
      ...(shortest === 3 ? [rest.replace(/^(?:en|es|n|s|e)/, '')] : [rest.replace(/^[のاوの]/, '')]),
    ]) {
      const others = tail.length < shortest ? undefined : (exact.get(tail) ?? beginnings.get(tail) ?? partsOf(tail));
      if (others) return new Set([...first, ...others]);
    }
  }
  return undefined;
}

const read = new Map<string, Heading>();

/** What a heading says, `above` being the one of its group over it. */
export function readHeading(text: string, above = ''): Heading {
  const key = `${above}\n${text}`;
  const known = read.get(key);
  if (known) return known;
  const heading = makeHeading(text, above);
  // Files may have any number of texts; headings are few.
  if (read.size > 5000) read.clear();
  read.set(key, heading);
  return heading;
}

function makeHeading(text: string, above: string): Heading {
  const means = new Set<Meaning>();
  let known = true;
  const words = wordsOf(normalText(`${above.slice(0, 100)} ${text.slice(0, 200)}`));
  // "Sales Navigator" and the like say nothing of what a number is; a pillar's number says which.
  const numbered = /^(?:p|pillars?|pilier|saule|pilar|filar|pilastro)\s?([1-4])$/.exec(words.join(' '));
  const pillar = (['brand', 'people', 'insights', 'relationships'] as const)[Number(numbered?.[1]) - 1];
  if (pillar) return { text, means: new Set([pillar]), known: true };
  for (const word of words) {
    const meanings = meaningsOf(word);
    if (meanings) for (const meaning of meanings) means.add(meaning);
    else known = false;
  }
  return { text, means, known: known && words.length > 0 };
}
