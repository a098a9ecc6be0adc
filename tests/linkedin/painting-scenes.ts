import { forEachPillar, pillars, type Pillar, type Scores } from '../../src/core/score/pillar';
import type { StandInMember } from './captured-members';
import { completeMember } from './reading-cases';
import { signIn, ssiMain, ssiPage, type SsiPageOptions } from './ssi-page';

/** The member of these scenes. The page shows 53, yesterday's too, so that the total gives no hint. */
export const memberOfScenes: StandInMember = {
  ...completeMember(),
  scores: { brand: 20.998, people: 6.38, insights: 10.25, relationships: 15 },
};
const yesterdays: StandInMember = {
  ...memberOfScenes,
  scores: { brand: 20.7, people: 6.5, insights: 10.4, relationships: 15.1 },
};
export const yesterdaysScores = yesterdays.scores;

/** How a page may paint its score in time, and what must be stored of it in the end. */
export interface PaintingScene {
  readonly name: string;
  /** What `main` holds at each step. */
  readonly frames: readonly string[];
  /** Milliseconds between two steps; 0 is one each animation frame. */
  readonly step: number;
  /** What today's row says in the end; none where nothing may be stored. */
  readonly stored: Scores | undefined;
  /** The same numbers are not the history's: the member is asked whose they are. */
  readonly isStrange?: true;
  /** In browsers only `npm run test:long` plays it, in its real time. */
  readonly long?: true;
}

function withScores(scores: Scores): StandInMember {
  return { ...memberOfScenes, scores };
}

function part(share: number, of: Scores = memberOfScenes.scores): Scores {
  return forEachPillar((pillar) => Math.round(of[pillar] * share * 1000) / 1000);
}

const nothing: Scores = { brand: 0, people: 0, insights: 0, relationships: 0 };

/** From 8 % of the score up to all of it. */
export function countUp(options: SsiPageOptions = {}): string[] {
  return [0.08, 0.25, 0.45, 0.65, 0.85, 1].map((share) => ssiMain(withScores(part(share)), options));
}

/** The values of `from` become those of the member one after the other, the total with them. */
function oneAfterTheOther(from: Scores): string[] {
  return [0, 1, 2, 3, 4].map((done) => {
    const isDone = (pillar: Pillar): boolean => pillars.indexOf(pillar) < done;
    return ssiMain(withScores(forEachPillar((pillar) => (isDone(pillar) ? memberOfScenes.scores : from)[pillar])));
  });
}

/** A page that paints `frames`, one every `step` milliseconds. */
export function pageOfFrames(frames: readonly string[], step: number): string {
  return ssiPage(memberOfScenes, { painting: { after: 100, step, frames } });
}

function scene(
  name: string,
  frames: readonly string[],
  step: number,
  {
    stored = memberOfScenes.scores,
    ...rest
  }: Pick<PaintingScene, 'long' | 'isStrange'> & { readonly stored?: Scores | null } = {},
): PaintingScene {
  return {
    name,
    frames,
    step,
    stored: stored ?? undefined,
    ...rest,
  };
}

const whole = ssiMain(memberOfScenes);
const old = ssiMain(yesterdays);
const zeros = ssiMain(withScores(nothing), { layout: 'bare', kind: 'no-averages' });
const bare = { layout: 'bare' } as const;

/** One group's card, of a language that no table of words has, in rows like the member's own. */
const strangeGroup =
  '<article><section><h2>Lid yn jo wrâld</h2><p>34 fan 100</p><ul>' +
  ['Merkje', 'Lju', 'Ynsjoch', 'Bannen'].map((label, index) => `<li><b>${[11.78, 5.38, 2.09, 15.16][index]}</b> <span>${label}</span></li>`).join('') +
  '</ul></section>'; // oxfmt-ignore
const ownBeside =
  '<section><h2>Jo stân</h2><p>53 fan 100</p><ul>' +
  ['Merkje', 'Lju', 'Ynsjoch', 'Bannen'].map((label, index) => `<li><b>${[20.998, 6.38, 10.25, 15][index]}</b> <span>${label}</span></li>`).join('') +
  '</ul></section></article>'; // oxfmt-ignore

/** Every way of painting in which a number could stay that is not the member's of today. */
export const paintingScenes: readonly PaintingScene[] = [
  scene('counts up from 8 % in steps of 50 ms', countUp(), 50),
  scene('counts up from 8 % in steps of 350 ms', countUp(), 350, { long: true }),
  scene('counts up from 8 % in steps of 800 ms', countUp(), 800, { long: true }),
  scene('counts up from 8 % in every frame', countUp(), 0, { long: true }),
  scene('counts up in printed values alone', countUp(bare), 50),
  scene('has its values one after the other, every 50 ms', oneAfterTheOther(nothing), 50, { long: true }),
  scene('has its values one after the other, every 600 ms', oneAfterTheOther(nothing), 600, { long: true }),
  scene('is painted anew value by value, every 700 ms', [old, ...oneAfterTheOther(yesterdays.scores)], 700, { long: true }),
  scene('shows a skeleton of zeros for 2 s', [zeros, whole], 2000, { long: true }),
  scene('shows zeros with ranks and averages for 3 s', [ssiMain(withScores(nothing)), whole], 3000, { long: true }),
  scene('shows nothing but a skeleton of zeros', [zeros], 0, { stored: null, long: true }),
  scene('shows four zeros with ranks and averages for good', [ssiMain(withScores(nothing))], 0, { stored: nothing, isStrange: true, long: true }),
  scene('shows yesterday’s score for 0.3 s', [old, whole], 300, { long: true }),
  scene('shows yesterday’s score for 10 s', [old, whole], 10_000, { long: true }),
  scene(
    'hides last week’s view and shows today’s after 3 s',
    [`<div>${old}</div><div></div>`, `<div hidden>${old}</div><div>${whole}</div>`],
    3000,
    { long: true },
  ),
  scene(
    'has bars and total first, and its printed values 2 s later',
    [whole.replace(/<strong([^>]*)>[^<]*</g, '<strong$1><'), whole],
    2000,
    { long: true },
  ),
  scene('shows one group alone for 2.5 s', [strangeGroup, strangeGroup + ownBeside], 2500, { stored: null, long: true }),
  scene(
    'empties its numbers for 1.6 s and asks to sign in',
    [whole, whole, ssiMain(withScores(nothing), { kind: 'no-ranks' }), /<main[^>]*>([^]*)<\/main>/.exec(signIn())?.[1] ?? ''],
    1600,
    { long: true },
  ),
]; // oxfmt-ignore
