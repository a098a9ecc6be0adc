// The reader itself, without the extension, in a document that a real browser has parsed.
import { pillars } from '../../src/core/score/pillar';
import type { PageResult } from '../../src/content/page/page-result';
import { languages, pageWords } from '../linkedin/page-words';
import { readingCases, type ReadingCase } from '../linkedin/reading-cases';
import { layouts, memberKinds, printScore } from '../linkedin/ssi-page';
import { bundleScript } from './bundle-script';

declare global {
  /** What `readerScript` puts into a page. */
  var reader: typeof import('../../src/content/page/read-page');
}

/** A script that makes `readPage` known to `readDocument`. */
export function readerScript(): Promise<string> {
  return bundleScript('reader', `export { readPage } from './src/content/page/read-page';`);
}

/** What was read, without the elements, which cannot leave the page. */
export interface Read {
  readonly state: PageResult['state'];
  /** All but the way of reading. */
  readonly numbers?: object;
  readonly memberNumber?: string;
  /** The text of the elements that print the total and the scores; absent when the numbers stand in no element. */
  readonly printed?: readonly string[];
}

/** Runs in a page that has the reader: reads its document as if it stood under `pathname`. The browser gets its text. */
export function readDocument(pathname: string): Read {
  const result = reader.readPage(document, { pathname });
  if (result.state !== 'reading') return { state: result.state };
  const { numbers, memberNumber, anchors } = result;
  const elements = anchors && [...(anchors.total ? [anchors.total] : []), ...Object.values(anchors.pillars)];
  return {
    state: 'reading',
    // Several ways may read one page.
    numbers: { ...numbers, source: undefined },
    ...(memberNumber !== undefined && { memberNumber }),
    ...(elements && { printed: elements.map((element) => element.textContent) }),
  };
}

/** What must be read of a page. */
export function expectedRead({ layout, language, expected, memberNumber }: ReadingCase): Read {
  const { shownTotal, scores } = expected;
  const print = (number: number) => printScore(number, pageWords[language].numbers);
  return {
    state: 'reading',
    numbers: { ...expected, source: undefined },
    ...(memberNumber !== undefined && { memberNumber }),
    ...(layout !== 'embedded' && { printed: [shownTotal, ...pillars.map((pillar) => scores[pillar])].map(print) }),
  };
}

/** Every layout in every language, with every kind of member in each layout. */
export function sampleOfReadingCases(): ReadingCase[] {
  return readingCases().filter(({ layout, language, kind }) => {
    const kindOfPage = (layouts.indexOf(layout) + languages.indexOf(language)) % memberKinds.length;
    return memberKinds[kindOfPage] === kind;
  });
}
