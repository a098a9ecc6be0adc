/** Numbers as words on the screen, through `Intl` in `language` (a BCP 47 tag). Making a formatter is slow, so each is made once. */

const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(language, options);
    formatters.set(key, formatter);
  }
  return formatter;
}

/** Points with one decimal: "63.0". */
export function formatScore(points: number, language: string): string {
  return formatterFor(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(points);
}

/** A count or a whole total: "63". */
export function formatWhole(value: number, language: string): string {
  return formatterFor(language, { maximumFractionDigits: 0 }).format(value);
}

/** Points as a target is written, with a decimal only where it has one: "70", "17.5". */
export function formatTarget(points: number, language: string): string {
  return formatterFor(language, { maximumFractionDigits: 1 }).format(points);
}

/** A change in points with its sign and one decimal: "+1.8", "−0.4" (U+2212), "0.0". */
export function formatChange(points: number, language: string): string {
  return formatterFor(language, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' })
    .format(points)
    .replace('-', '\u2212');
}

/** A rank of 1 to 100 as a percentage: "12%", "12 %" where the language has it so. */
export function formatPercent(percent: number, language: string): string {
  return formatterFor(language, { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100);
}

/** A whole span of time, plural and all: "5 weeks", "1 month". */
export function formatSpan(count: number, unit: 'day' | 'week' | 'month' | 'year', language: string): string {
  return formatterFor(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
