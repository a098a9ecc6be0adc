/** What `text` says without its numbers and what stands around them, one space between words. */
export function wordsOf(text: string): string {
  // The expression for all scripts takes the browser long to prepare, and many texts need none.
  const other = /[\u0080-\uffff]/.test(text) ? /[\p{Nd}\p{P}\p{S}\s]+/gu : /[^A-Za-z]+/g;
  return text.replace(other, ' ').trim();
}
