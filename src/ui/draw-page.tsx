import { render, type ComponentChildren, type VNode } from 'preact';
import { fail, type Failure } from '../core/result';
import { unexpected } from '../platform/attempt';
import { hasTemporal } from '../platform/has-temporal';
import { message as say } from '../platform/i18n';
import { timeZone } from '../platform/time-zone';
import { isRightToLeft, sentenceLanguage } from '../words/sentence-language';
import type { Say } from '../words/say';
import { Boundary } from './boundary';
import { FailureText } from './failure-text';
import { Icon } from './icon';

/** What a page is drawn with. */
export interface PageSurroundings {
  /** BCP 47. */
  readonly language: string;
  /** The language runs from right to left. */
  readonly mirrored: boolean;
  /** IANA time zone of the member. */
  readonly timeZone: string;
  readonly say: Say;
}

/**
 * Draws what `page` makes into the element of `selector`. Whatever is thrown before, while or after it is drawn is told in a sentence: above the
 * page where nobody else was left to catch it, in a click, a timer or a promise. `draw` puts it into the element.
 */
export async function drawPage(
  selector: string,
  page: (around: PageSurroundings) => ComponentChildren | Promise<ComponentChildren>,
  draw: (page: VNode, root: Element) => unknown = render,
): Promise<void> {
  const root = document.querySelector(selector);
  if (!root) return;
  const above = document.createElement('div');
  const tell = (failure: Failure) => {
    root.before(above);
    render(
      <section class="failure" role="alert">
        <Icon name="warning" />
        <FailureText failure={failure} say={say} />
      </section>,
      above,
    );
  };
  addEventListener('unhandledrejection', ({ reason }) => tell(unexpected(reason)));
  addEventListener('error', ({ error }: ErrorEvent) => {
    // Without an error it is a remark of the browser's, such as on sizes observed in a circle.
    if (error instanceof Error) tell(unexpected(error));
  });
  try {
    const language = sentenceLanguage();
    const mirrored = isRightToLeft(language);
    const { documentElement } = document;
    const dir = mirrored ? 'rtl' : 'ltr';
    // Set once more, the same would be laid out and painted again.
    if (documentElement.lang !== language) documentElement.lang = language;
    if (documentElement.dir !== dir) documentElement.dir = dir;
    if (hasTemporal()) {
      const drawn = await page({ language, mirrored, timeZone: timeZone(), say });
      draw(<Boundary say={say}>{drawn}</Boundary>, root);
    } else tell(fail('browser-too-old'));
  } catch (error) {
    // Nothing stays that would look alive.
    root.replaceChildren();
    tell(unexpected(error));
  }
}
