import { browser } from '../platform/browser';
import { hasTemporal } from '../platform/has-temporal';
import { browserLanguage } from '../platform/i18n';
import { timeZone } from '../platform/time-zone';
import { readFrame, type FramedPage } from '../store/kept-frame';
import { drawTrees, setAttributes, type Attributes, type DrawnTree } from './drawn-tree';

/** What a kept frame is made of: the document's own attributes (language, direction, theme), and what stands in the page's root. */
export type Drawn = readonly [document: Attributes, inRoot: readonly DrawnTree[]];

/** How a page began. */
export interface FirstFrame {
  readonly page: FramedPage;
  /**
   * For whom what is drawn holds: the local day, the time zone, the browser's language, this version of the extension, and what the page adds. Empty:
   * nothing is kept.
   */
  readonly holdsFor: string;
  /** What was drawn; absent where nothing was kept that holds. */
  readonly drawn?: string | undefined;
  /** The last change before, for `keepFrame`. */
  readonly since: string | null;
}

/**
 * Draws into `root` at once what `page` drew when it was opened last, if nothing that shows has changed since. `drawnFor` is what else it was drawn
 * for, such as the window's width. Nothing here may cost anything.
 */
export async function drawFirstFrame(page: FramedPage, root: Element, drawnFor = ''): Promise<FirstFrame> {
  try {
    if (hasTemporal()) return await drawKept(page, root, drawnFor);
  } catch (error) {
    // The page opens all the same, as it does after a change; the browser's console has it.
    root.replaceChildren();
    reportError(error);
  }
  return { page, holdsFor: '', since: null };
}

async function drawKept(page: FramedPage, root: Element, drawnFor: string): Promise<FirstFrame> {
  const zone = timeZone();
  const { version } = browser.runtime.getManifest();
  const holdsFor = [Temporal.Now.plainDateISO(zone), zone, browserLanguage(), version, drawnFor].join(' ');
  const { drawn, since } = await readFrame(page, holdsFor);
  if (drawn !== undefined) {
    const [attributes, trees] = JSON.parse(drawn) as Drawn;
    setAttributes(document.documentElement, attributes);
    drawTrees(root, trees);
  }
  return { page, holdsFor, drawn, since };
}
