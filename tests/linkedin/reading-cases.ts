import { forEachPillar, totalOf, type Scores } from '../../src/core/score/pillar';
import type { GroupAverage, ReadNumbers } from '../../src/core/rows/snapshot';
import { capturedSeries, memberOfJune2026, type StandInAverage, type StandInMember } from './captured-members';
import { languages, type Language } from './page-words';
import {
  accessEnded,
  accessEndedLanguages,
  checkpoint,
  contractChooser,
  emptyShell,
  errorPage,
  exactAverage,
  foreignArticle,
  layouts,
  memberKinds,
  memberOfKind,
  shownTotalOf,
  signedOutShell,
  signIn,
  ssiPage,
  type Layout,
  type MemberKind,
} from './ssi-page';

/** What a reading must say, but for its source: several ways may read one page. */
type ExpectedNumbers = Omit<ReadNumbers, 'source'>;

/** A page that must read, and what exactly. Tests in happy-dom and in real browsers share these. */
export interface ReadingCase {
  readonly name: string;
  readonly layout: Layout;
  readonly language: Language;
  readonly kind: MemberKind;
  readonly html: string;
  readonly expected: ExpectedNumbers;
  readonly memberNumber?: string;
}

/** A page that must give no number, and the state it must give. */
export interface RefusedCase {
  readonly name: string;
  readonly html: string;
  /** Path of the address; default `/sales/ssi`. */
  readonly pathname?: string;
  readonly state: 'not-yet' | 'signed-out' | 'contract-chooser' | 'access-ended' | 'not-recognised';
}

/** The captured member with all there is: exact scores, both ranks, both averages with their pillars. */
export function completeMember(): StandInMember {
  const average = capturedSeries().at(-1)?.member.average;
  return { ...memberOfJune2026, average: average ?? {} };
}

/** `score` as the page prints it: three digits behind the decimal mark. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

/** What must be read of `member` on a page of these options. */
function expectedNumbers(
  member: StandInMember,
  { layout, language, kind }: { readonly layout: Layout; readonly language: Language; readonly kind: MemberKind },
): ExpectedNumbers {
  const { scores, rank, average, industry = 'Software Development' } = memberOfKind(member, kind);
  // Bars and the embedded answer hold the exact scores; elsewhere only the printed ones stand.
  const read: Scores =
    layout === 'bars' || layout === 'embedded' ? scores : forEachPillar((pillar) => rounded(scores[pillar]));
  const averageOf = (group: StandInAverage): GroupAverage => ({
    total: layout === 'embedded' ? exactAverage(group) : Math.round(exactAverage(group)),
    ...(group.scores && { scores: group.scores }),
  });
  const namesIndustry = layout === 'embedded' ? member.industry !== undefined : language === 'en' && average.industry;
  return {
    shownTotal: shownTotalOf(scores),
    total: totalOf(read),
    scores: read,
    rank,
    average: {
      ...(average.industry && { industry: averageOf(average.industry) }),
      ...(average.network && { network: averageOf(average.network) }),
    },
    ...(namesIndustry && { industry }),
    language,
  };
}

/** One page for every layout, language and kind of member, with other people's numbers before, after or around the member's. */
export function readingCases(): ReadingCase[] {
  const member = completeMember();
  const places = ['none', 'before', 'after', 'both'] as const;
  let next = 0;
  return layouts.flatMap((layout) =>
    languages.flatMap((language) =>
      memberKinds.map((kind) => {
        const decoys = places[next++ % places.length] ?? 'none';
        const { memberNumber } = memberOfKind(member, kind);
        return {
          name: `${layout} in ${language}, ${kind}, decoys ${decoys}`,
          layout,
          language,
          kind,
          html: ssiPage(member, { layout, language, kind, decoys }),
          expected: expectedNumbers(member, { layout, language, kind }),
          ...(memberNumber !== undefined && { memberNumber }),
        };
      }),
    ),
  );
}

/** `html` with the first or all occurrences of a piece changed; throws when there is none, so that no case tests nothing. */
function changed(html: string, piece: string | RegExp, replacement: string): string {
  const result = html.replace(piece, replacement);
  if (result === html) throw new Error(`Nothing to change: ${String(piece)}`);
  return result;
}

/** Every page that must store nothing. */
export function refusedCases(): RefusedCase[] {
  const member = completeMember();
  const page = (scores: Scores, layout: Layout): string => ssiPage({ ...member, scores }, { layout });
  const bars = ssiPage(member);
  const ownSection = /<section class="ssi-page__score">[\s\S]*?(?=<section class="ssi-page__groups">)/;
  const bareOwnSection = /<section><div><section><h2>Current[\s\S]*?(?=<section><section><h2>People in your industry)/;
  const wrongScores: readonly (readonly [string, number])[] = [
    ['26', 26],
    ['-1', -1],
    ['NaN', Number.NaN],
  ];
  return [
    { name: 'only the groups, with their classes', html: changed(bars, ownSection, ''), state: 'not-recognised' },
    {
      name: 'only the groups, without classes',
      html: changed(ssiPage(member, { layout: 'bare' }), bareOwnSection, ''),
      state: 'not-recognised',
    },
    {
      name: 'three of four bars',
      html: changed(
        changed(bars, /<li[^>]*>(?:(?!<li)[\s\S])*?engage-with-insights[\s\S]*?<\/li>/, ''),
        /<tr><th>Engage with insights<\/th>.*?<\/tr>/,
        '',
      ),
      state: 'not-recognised',
    },
    ...wrongScores.flatMap(([name, brand]) =>
      layouts.map((layout): RefusedCase => ({
        name: `a score of ${name} in the layout ${layout}`,
        html: page({ ...member.scores, brand }, layout),
        state: 'not-recognised',
      })),
    ),
    ...layouts
      .filter((layout) => layout !== 'embedded')
      .map((layout): RefusedCase => ({
        name: `scores that do not sum to the total in the layout ${layout}`,
        html: changed(ssiPage(member, { layout }), /(<figcaption[^>]*><span[^>]*>)20</, '$122<'),
        state: 'not-recognised',
      })),
    {
      name: 'an embedded answer whose sum does not fit',
      html: changed(ssiPage(member, { layout: 'embedded' }), 'overall&quot;:19.', 'overall&quot;:23.'),
      state: 'not-recognised',
    },
    {
      name: 'an embedded answer beside another total',
      html: changed(ssiPage(member, { layout: 'embedded' }), />20</, '>24<'),
      state: 'not-recognised',
    },
    {
      name: 'bars and printed scores of two members',
      html: changed(bars, /<strong>13.118</, '<strong>13.3<').replace('<strong>3.68<', '<strong>3.498<'),
      state: 'not-recognised',
    },
    { name: "another site's article with the same words", html: foreignArticle(), state: 'not-recognised' },
    { name: 'an error page', html: errorPage(), state: 'not-recognised' },
    { name: 'an empty shell', html: emptyShell(), state: 'not-yet' },
    { name: 'sign-in on the page itself', html: signIn(), state: 'signed-out' },
    { name: 'a checkpoint on the page itself', html: checkpoint(), state: 'signed-out' },
    { name: 'a redirect to sign-in', html: signIn(), pathname: '/sales/login', state: 'signed-out' },
    { name: 'a redirect to LinkedIn’s sign-in', html: signIn(), pathname: '/uas/login', state: 'signed-out' },
    { name: 'the wall before LinkedIn', html: emptyShell(), pathname: '/authwall', state: 'signed-out' },
    { name: 'a checkpoint', html: checkpoint(), pathname: '/checkpoint/challenge/verify', state: 'signed-out' },
    {
      name: 'a contract to choose',
      html: contractChooser(),
      pathname: '/sales/contract-chooser',
      state: 'contract-chooser',
    },
    ...accessEndedLanguages.flatMap((language) =>
      (['main', 'body'] as const).map((place): RefusedCase => ({
        name: `access that has ended, in ${language}, in the ${place}`,
        html: accessEnded(language, place),
        state: 'access-ended',
      })),
    ),
    { name: 'a shell without a main part', html: signedOutShell(), state: 'not-yet' },
    {
      name: 'nothing but zeros and no averages',
      html: ssiPage(
        { ...member, scores: { brand: 0, people: 0, insights: 0, relationships: 0 } },
        { layout: 'bare', kind: 'no-averages' },
      ),
      state: 'not-recognised',
    },
    { name: 'the score on another page of LinkedIn', html: bars, pathname: '/sales/home', state: 'not-yet' },
  ];
}
