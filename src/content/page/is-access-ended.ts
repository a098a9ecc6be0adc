import { countLetters, readText } from './page-text';
import { selectors } from './selectors';

/** What LinkedIn calls the score in every language: its letters where they are no part of a longer word, or its English name. */
const letters = 'SSI';
const englishName = 'Social Selling Index';

/** A notice is short: the longest seen has some hundred and fifty letters. */
const mostLetters = 800;
const mostRuns = 24;

/** "0 notifications total", and perhaps a date: a page with a score has more numbers. */
const mostNumbers = 4;

/**
 * Whether the page says, instead of a score, that there is none for this member any more. Told by no word of any language: the text, without
 * what leads elsewhere, is short, has no percentage, no list and no form in it, and one of its sentences, not only a heading, names the score.
 * Ask it only of a page on which no way of reading found anything.
 */
export function isAccessEnded(root: Element): boolean {
  // Cheaper than reading a page that cannot be one. LinkedIn's shell has it in a link.
  const links = [...root.querySelectorAll(selectors.leadsElsewhere)];
  const outer = links.filter((link) => !link.parentElement?.closest(selectors.leadsElsewhere));
  if (outer.reduce((left, link) => left - namesIn(link), namesIn(root)) <= 0) return false;
  const runs = readText(root).runs.filter(({ element }) => element.closest(selectors.leadsElsewhere) === null);
  const numbers = runs.flatMap((run) => run.numbers);
  const length = runs.reduce((sum, run) => sum + countLetters(run.text), 0);
  return (
    runs.length <= mostRuns &&
    length <= mostLetters &&
    numbers.length <= mostNumbers &&
    !numbers.some(({ percent }) => percent) &&
    runs.some(
      ({ element, text }) => isNamedIn(text) && isSentence(text) && element.closest(selectors.noSentence) === null,
    )
  );
}

/** How often it may be named in `element`: what stands before and behind it may be another element's. */
function namesIn(element: Element): number {
  const text = element.textContent;
  return text.split(letters).length + text.split(englishName).length - 2;
}

// Made when they are asked: the browser takes long to prepare expressions for every script, and nearly no page needs these.

function isNamedIn(text: string): boolean {
  return text.includes(englishName) || /(?<![A-Za-z\p{Nd}])SSI(?![A-Za-z\p{Nd}])/u.test(text);
}

/** How many letters `text` has of scripts that put no space between words. */
function countUnspaced(text: string): number {
  return text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/gu)?.length ?? 0;
}

/** Whether a text is more than a label: three words with the letters of a sentence, or as much in a script without spaces. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => countLetters(word) > 0).length;
  return (words >= 3 && countLetters(text) >= 12) || countUnspaced(text) >= 4;
}
