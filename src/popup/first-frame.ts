import { browser } from '../platform/browser';
import { hasTemporal } from '../platform/has-temporal';
import { browserLanguage } from '../platform/i18n';
import { timeZone } from '../platform/time-zone';
import { readFrame } from '../store/kept-frame';
import { drawTrees, setAttributes, type Attributes, type DrawnTree } from './drawn-tree';

/** What a kept frame is made of: the document's own attributes (language, direction, theme), and what stands in the popup. */
export type Drawn = readonly [document: Attributes, popup: readonly DrawnTree[]];

/** How the popup began. */
export interface FirstFrame {
  /** For whom what is drawn holds: the local day, the time zone, the browser's language, and this version of the extension. Empty: nothing is kept. */
  readonly holdsFor: string;
  /** What was drawn; absent where nothing was kept that holds. */
  readonly drawn?: string | undefined;
  /** The last change before, for `keepFrame`. */
  readonly since: string | null;
}

/** Draws at once what the popup drew when it was opened last, if nothing that shows has changed since. Nothing here may cost anything. */
export async function drawFirstFrame(popup: Element): Promise<FirstFrame> {
  try {
    if (hasTemporal()) return await drawKept(popup);
  } catch (error) {
    // The popup opens all the same, as it does after a change; the browser's console has it.
    popup.replaceChildren();
    reportError(error);
  }
  return { holdsFor: '', since: null };
}

async function drawKept(popup: Element): Promise<FirstFrame> {
  const zone = timeZone();
  const { version } = browser.runtime.getManifest();
  const holdsFor = [Temporal.Now.plainDateISO(zone), zone, browserLanguage(), version].join(' ');
  const { drawn, since } = await readFrame(holdsFor);
  if (drawn !== undefined) {
    const [page, trees] = JSON.parse(drawn) as Drawn;
    setAttributes(document.documentElement, page);
    drawTrees(popup, trees);
  }
  return { holdsFor, drawn, since };
}
