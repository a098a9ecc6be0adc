/** The zero of each script's digits that people write dates and scores with; its nine others follow. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
];

/** Marks without width: of direction, of joining, soft hyphens, byte order marks. Programs copy them along with a date. */
const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/**
 * A cell as it is read: digits of every script as 0 to 9, wide and narrow forms as the plain ones, one kind of space, nothing invisible; without
 * the apostrophe or `="…"` by which spreadsheets keep a text, and without quotation marks around it.
 */
export function normalText(cell: string): string {
  let text = cell;
  // Most cells are plain, and a file may have millions.
  if (/[^\x20-\x7E]/.test(text)) {
    text = text
      .replace(invisible, '')
      // Brackets and commas of East Asian width become the plain ones here, Arabic's decimal and thousands' marks below.
      .normalize('NFKC')
      .replace(/\s+/g, ' ')
      .replace(/\u066B/g, '.')
      .replace(/\u066C/g, '')
      .replace(/[،、]/g, ',')
      .replace(/[\u2212\u2012-\u2015]/g, '-')
      .replace(/\p{Nd}/gu, plainDigit);
  }
  text = text.trim();
  const quoted = /^(?:=?"([^"]*)"|'([^']*)')$/.exec(text);
  if (quoted) return (quoted[1] ?? quoted[2] ?? '').trim();
  return text.startsWith("'") ? text.slice(1).trim() : text;
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((candidate) => code >= candidate && code < candidate + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** The words of a text, lower case and without accents; `SSIFindRightPeople` and `find_people` are cut where their writers joined them. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .normalize('NFKD')
      // Accents and Arabic's vowel signs; what Indian and Thai words are made of stays.
      .replace(/[\u0300-\u036F\u0610-\u061A\u064B-\u065F\u0670]/g, '')
      .toLowerCase()
      .replace(/ı/g, 'i')
      .replace(/ł/g, 'l')
      .replace(/ø/g, 'o')
      .replace(/đ/g, 'd')
      .split(/[^\p{L}\p{M}\p{N}Δ#%+]+/u)
      .filter((word) => word !== '')
  );
}
