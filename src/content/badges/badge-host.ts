import tokens from '../../ui/tokens.css?inline';
import badgeStyles from './badges.css?inline';
import hostStyles from './badge-host.css?inline';

/** The one element that the page sees, and what only we see in it. */
export interface BadgeHost {
  /** Empty for everybody else; no attribute, never. */
  readonly element: HTMLElement;
  /** Where the badges are drawn: a box of no size at the page's top left, which everything in it is placed from. */
  readonly layer: HTMLElement;
  /** Light or dark: as the page is, whatever the system is. */
  setTheme(theme: 'light' | 'dark'): void;
  /** Takes everything out of the page, for good. */
  remove(): void;
}

/**
 * Puts an empty element with a closed shadow root behind the page's body, outside of LinkedIn's own tree. Two roots, one in the other: the
 * outer one keeps the page's styles away from its element; the inner one has a host that no page can style, with the design's tokens on it.
 */
export function attachBadgeHost(document: Document): BadgeHost {
  const element = document.createElement('div');
  const outer = element.attachShadow({ mode: 'closed' });
  const theme = document.createElement('div');
  const inner = theme.attachShadow({ mode: 'closed' });
  // `window.find` looks into closed roots, and what it finds a page could guess at word by word. It does not look into elements that are
  // written without an end tag, and those draw what is in them like any other.
  const unfindable = document.createElement('source');
  const layer = document.createElement('div');
  layer.className = 'layer';
  layer.append(ruler('along'), ruler('down'));
  adopt(outer, hostStyles);
  adopt(inner, tokens, badgeStyles);
  unfindable.append(layer);
  inner.append(unfindable);
  outer.append(theme);
  theme.dataset['theme'] = 'light';
  document.documentElement.append(element);
  return {
    element,
    layer,
    setTheme: (chosen) => {
      if (theme.dataset['theme'] !== chosen) theme.dataset['theme'] = chosen;
    },
    remove: () => element.remove(),
  };
}

/**
 * Takes out of the page what the script of an earlier version left in it: in Firefox an update ends that script without a word, and starts the
 * new one in the same page. The element says nothing of itself, so it is known by what is in its closed root, which every version must keep.
 */
export function removeLeftHosts(document: Document): void {
  const isHost = (element: Element): boolean =>
    [...(shadowRootOf(element)?.children ?? [])].some((inner) => shadowRootOf(inner)?.querySelector('source > .layer'));
  for (const element of [...document.documentElement.children]) if (isHost(element)) element.remove();
}

/** A point of the layer by which its pixels are measured: see `toLayer`. */
function ruler(direction: 'along' | 'down'): HTMLElement {
  const point = document.createElement('i');
  point.className = `ruler ${direction}`;
  return point;
}

function adopt(root: ShadowRoot, ...texts: readonly string[]): void {
  try {
    root.adoptedStyleSheets = texts.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  } catch {
    // Firefox refuses sheets that a content script made (bug 1751346). An element in the closed root is as invisible to the page.
    for (const text of texts) {
      const style = document.createElement('style');
      style.textContent = text;
      root.append(style);
    }
  }
}

/**
 * The shadow root of `element`, a closed one too, as Firefox shows it to content scripts. Undefined without one, and in Chromium, where it is not
 * needed: there the script that made it lives on after an update, and tidies up.
 */
function shadowRootOf(element: Element): ShadowRoot | undefined {
  return (element as { readonly openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? undefined;
}
