/** What `text` says without its numbers, what stands around them, and marks that turn the direction of writing; one space between words. */
export function wordsOf(text: string): string {
  // The expression for all scripts takes the browser long to prepare, and many texts need none.
  const isPlain = !/[\u0080-\uffff]/.test(text);
  const other = isPlain ? /[^A-Za-z]+/g : /[\p{Nd}\p{P}\p{S}\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
  return text.replace(other, ' ').trim();
}
