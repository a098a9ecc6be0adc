import { render, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fail, type Failure } from '../core/result';
import { unexpected } from '../platform/attempt';
import { hasTemporal } from '../platform/has-temporal';
import { message } from '../platform/i18n';
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

/** Draws what `page` makes into the element of `selector`. Whatever is thrown before, while or after it is drawn is told there, in a sentence. */
export async function drawPage(
  selector: string,
  page: (around: PageSurroundings) => ComponentChildren | Promise<ComponentChildren>,
): Promise<void> {
  const root = document.querySelector(selector);
  if (!root) return;
  try {
    const language = sentenceLanguage();
    const mirrored = isRightToLeft(language);
    document.documentElement.lang = language;
    document.documentElement.dir = mirrored ? 'rtl' : 'ltr';
    if (hasTemporal()) {
      const drawn = await page({ language, mirrored, timeZone: timeZone(), say: message });
      render(<PageRoot say={message}>{drawn}</PageRoot>, root);
    } else render(<FailureLine failure={fail('browser-too-old')} say={message} />, root);
  } catch (error) {
    render(<FailureLine failure={unexpected(error)} say={message} />, root);
  }
}

/** A page and, above it, the last thing that went wrong where nobody was left to catch it: a click, a timer, a promise. */
export function PageRoot({ say, children }: { readonly say: Say; readonly children: ComponentChildren }) {
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    const listening = new AbortController();
    const tell = (error: unknown) => setFailure(unexpected(error));
    addEventListener('unhandledrejection', ({ reason }) => tell(reason), listening);
    addEventListener(
      'error',
      // Without an error it is a remark of the browser's, such as on sizes observed in a circle.
      ({ error }: ErrorEvent) => error instanceof Error && tell(error),
      listening,
    );
    return () => listening.abort();
  }, []);
  return (
    <>
      {failure && <FailureLine failure={failure} say={say} />}
      <Boundary say={say}>{children}</Boundary>
    </>
  );
}

function FailureLine({ failure, say }: { readonly failure: Failure; readonly say: Say }) {
  return (
    <section class="failure" role="alert">
      <Icon name="warning" />
      <FailureText failure={failure} say={say} />
    </section>
  );
}
