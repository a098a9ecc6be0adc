/** Whether the page is light or dark where `element` stands: by the first background behind it that is painted, and white when there is none. */
export function pageTheme(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const colour = parseColour(getComputedStyle(at).backgroundColor);
    if (colour && colour.opacity >= 0.5) return isDark(colour) ? 'dark' : 'light';
  }
  // What is painted then is the browser's own canvas, which is dark only where the page asked for it.
  return /^dark\b/.test(getComputedStyle(element.ownerDocument.documentElement).colorScheme) ? 'dark' : 'light';
}

interface Colour {
  /** 0 to 1, sRGB. */
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly opacity: number;
}

/**
 * A computed colour (CSS Color 4, 15): `rgb()` for whatever was given in sRGB, otherwise the space it was given in. Of the others
 * `color()` is read as if it were sRGB and the lightness of `lab`, `lch`, `oklab` and `oklch` as grey: enough to tell light from dark.
 */
function parseColour(text: string): Colour | undefined {
  const [kind = ''] = /^[a-z]+/.exec(text) ?? [];
  // The name of a space may have a digit: `color(display-p3 1 1 1)`.
  const parts = text.replace(/^color\(\S+/, '').match(/-?[\d.]+(?:e-?\d+)?/g) ?? [];
  const [first, second, third, opacity = 1] = parts.map(Number);
  if (first === undefined || second === undefined || third === undefined) return undefined;
  switch (kind) {
    case 'rgb':
    case 'rgba':
      return { red: first / 255, green: second / 255, blue: third / 255, opacity };
    case 'lab':
    case 'lch':
      return grey(first / 100, opacity);
    case 'oklab':
    case 'oklch':
      return grey(first, opacity);
    default:
      return { red: first, green: second, blue: third, opacity };
  }
}

function grey(lightness: number, opacity: number): Colour {
  return { red: lightness, green: lightness, blue: lightness, opacity };
}

/** By relative luminance (WCAG 2): below 0.18 white text has the higher contrast. */
function isDark({ red, green, blue }: Colour): boolean {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) < 0.18;
}
