import { forEachPillar, pillars } from '../../core/score/pillar';
import { mostSeenSets } from '../../core/score/page-trouble';
import type { KnownSet, SeenSet } from '../../core/score/seen-set';
import type { Candidate } from './candidate';
import { candidateOf, type SetChoice } from './read-sets';
import { parentOf } from './page-text';
import type { OwnedSet } from './whose-set';

/** The most characters that are kept of a heading or a label. */
const longestWords = 120;

/** A known set may have moved so far since the last reading, in points of each pillar. */
const mostDrift = 2;

/** A set that was not taken, and what is told of it. */
interface LeftSet {
  readonly owned: OwnedSet;
  readonly seen: SeenSet;
}

interface Page {
  readonly rank: SeenSet['rank'];
  readonly language: string | undefined;
  readonly root: Element;
}

/** The sets of a page of which none was taken, without repetitions: what the member may be asked about. */
export function seenSets({ left }: SetChoice, { rank, language = '', root }: Page): LeftSet[] {
  const marked = left.map((one) => ({ ...one, mark: fingerprintOf(one.owned, language, root) }));
  const seen = marked.map(({ owned, why, mark }): LeftSet => {
    const { set, heading } = owned;
    return {
      owned,
      seen: {
        heading: heading.slice(0, longestWords),
        labels: pillars.map((pillar) => set.labels[pillar].slice(0, longestWords)),
        shownTotal: set.total.total,
        scores: set.scores,
        ...(set.decimals < 3 && { decimals: set.decimals }),
        ...(rank && Object.keys(rank).length > 0 && { rank }),
        fingerprint: marked.filter((other) => other.mark === mark).length === 1 ? mark : '',
        why,
      },
    };
  });
  return seen
    .filter(
      ({ seen: one }, index) =>
        seen.findIndex(({ seen: other }) => pillars.every((pillar) => other.scores[pillar] === one.scores[pillar])) ===
        index,
    )
    .slice(0, mostSeenSets);
}

/** The one set that the member has said to be theirs, in sight and near to the last reading. Undefined when there is none, or several. */
export function knownSetOf(left: readonly LeftSet[], known: readonly KnownSet[]): Candidate | undefined {
  const [only, ...others] = left.filter(
    ({ owned, seen }) =>
      owned.owner === 'unknown' &&
      seen.why !== 'order' &&
      known.some(
        ({ fingerprint, scores }) =>
          fingerprint === seen.fingerprint &&
          pillars.every((pillar) => Math.abs(scores[pillar] - seen.scores[pillar]) <= mostDrift),
      ),
  );
  return only && others.length === 0 ? { ...candidateOf(only.owned), way: 'known' } : undefined;
}

/** What a set is known by: its heading and labels without digits, the tags of a row and of what it stands in, the page's language. */
function fingerprintOf({ set, heading }: OwnedSet, language: string, root: Element): string {
  const path: string[] = [];
  for (let at: Element | null = set.elements.brand; at && at !== root; at = parentOf(at)) path.push(at.localName);
  const labels = Object.values(forEachPillar((pillar) => set.labels[pillar]));
  return hashOf([language, heading, ...labels, ...path].join('\n').replace(/\p{Nd}+/gu, ''));
}

/** Two hashes of 32 bits (FNV-1a, of the text and of the text backwards) in base 36: no secret, only shorter than what it stands for. */
function hashOf(text: string): string {
  const hash = (characters: readonly string[]): string => {
    let sum = 0x811c9dc5;
    for (const character of characters) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return (sum >>> 0).toString(36);
  };
  const characters = Array.from(text);
  return hash(characters) + hash(characters.toReversed());
}
