import { totalMaximum } from '../../core/score/pillar';
import { isRank } from '../../core/score/reading';
import type { GroupAverage, Ranks } from '../../core/rows/snapshot';
import type { GroupNumbers } from './candidate';
import { isSentence, type Figure } from './find-figures';
import { agree, type OwnedSet } from './whose-set';
import { namesGroup, type Group } from './group-words';
import { withoutUndefined } from './without-undefined';
import {
  countLetters,
  inSight,
  largestWithSameCount,
  smallestAround,
  type PageNumber,
  type PageText,
  type TextRun,
} from './page-text';
import { rankCountClass, selectors } from './selectors';

/** Something that belongs to one of the groups, and the group that the words around it name. */
interface OfGroup<Value> {
  readonly group: Group | undefined;
  /** Undefined when its place is there and its value is not to be trusted. */
  readonly value: Value | undefined;
}

/** "Top", "Primeiros", "Mejor": the text around a rank has no more letters. */
const mostLettersBesideRank = 14;

/** What stands beside a rank, in small letters. In other languages a rank is read by its class: "Ahead of 88%" is no rank of 88. */
const rankWords = [
  'top', 'mejor', 'primeir', 'primi', 'meilleur', 'najlep', 'nejlep', 'перв', 'i̇lk', '上位', '상위', '前', 'أفضل', 'برتر', 'शीर्ष', 'parha', 'bästa', 'beste',
  'bedste', 'legjobb', 'primele', 'teratas',
]; // oxfmt-ignore

function isRankText(text: string): boolean {
  const small = text.toLowerCase();
  return countLetters(text) === 0 || rankWords.some((word) => small.includes(word));
}

/**
 * Which of `items`, in document order, is the industry's and which the network's. Two that no words name come in this order in every capture; all
 * others are told by their words.
 */
function assign<Value>(items: readonly OfGroup<Value>[]): Partial<Record<Group, Value>> {
  const [first, second] = items;
  const positions: readonly (Group | undefined)[] =
    items.length === 2 && first?.group === undefined && second?.group === undefined
      ? ['industry', 'network']
      : items.map(({ group }) => group);
  const only = (group: Group): Value | undefined =>
    positions.filter((position) => position === group).length === 1
      ? items[positions.indexOf(group)]?.value
      : undefined;
  return withoutUndefined({ industry: only('industry'), network: only('network') });
}

/** The one group that the runs name, run by run: an industry may have a network in its name. */
function groupOf(runs: readonly TextRun[]): Group | undefined {
  const [only, ...others] = new Set(runs.map(({ text }) => namesGroup(text)).filter((group) => group !== undefined));
  return others.length === 0 ? only : undefined;
}

/** What the page's own elements say of the member's groups. A value that contradicts itself is left out. */
export function readGroups(
  document: Document,
  text: PageText,
  figures: readonly Figure[],
  owned: readonly OwnedSet[],
): GroupNumbers {
  const groups = figures.filter(({ owner }) => owner === 'group');
  const average = areApart(groups)
    ? assign(
        groups.map((figure) => {
          const runs = text.runs.filter(
            ({ element }) => figure.section.contains(element) && !figure.around.contains(element),
          );
          return { group: groupOf(runs), value: averageOf(figure, runs, text, owned) };
        }),
      )
    : {};
  return withoutUndefined({ rank: readRanks(document, text, figures), average, industry: industryName(text) });
}

/**
 * Whether `groups` can be one figure of each group: two at most, for a third may have taken a heading from one of them, and each in a
 * section of its own where classes tell the sections.
 */
function areApart(groups: readonly Figure[]): boolean {
  const sections = groups
    .map(({ around }) => around.closest(selectors.groupScore))
    .filter((section) => section !== null);
  return groups.length <= 2 && new Set(sections).size === sections.length;
}

function averageOf(
  figure: Figure,
  runs: readonly TextRun[],
  text: PageText,
  owned: readonly OwnedSet[],
): GroupAverage | undefined {
  const sentences = runs.filter(isSentence);
  const numbers = sentences.flatMap((run) => run.numbers).filter(({ percent }) => !percent);
  if (!numbers.every(({ value }) => value === figure.total)) return undefined;
  const [one, ...others] = owned.filter(({ set }) => figure.section.contains(set.around));
  if (!one) return { total: figure.total };
  if (others.some(({ set }) => !agree(set, one.set)) || one.set.total.total !== figure.total) return undefined;
  // A table ends with the points that remain to 100: without them it is not painted yet.
  const after = text.all.slice(one.set.last + 1, one.set.last + 3).flatMap(({ numbers }) => numbers);
  const isWhole = !one.set.isTabled || after.some(({ value }) => value === totalMaximum - figure.total);
  return withoutUndefined({ total: figure.total, scores: isWhole ? one.set.scores : undefined });
}

/** The English sentence is the only one captured; in other languages the name stays unknown. */
function industryName(text: PageText): string | undefined {
  for (const run of text.runs) {
    if (!run.text.includes(' average SSI')) continue;
    const name = /\bin the (\S.{0,80}?) industry have an average SSI\b/.exec(run.text)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Ranks by their class, in their order; where the class is gone, by the words beside a percentage. */
function readRanks(document: Document, text: PageText, figures: readonly Figure[]): Ranks {
  const rows = inSight(document, selectors.rank);
  return rows.length > 0 ? ranksOfRows(rows, text) : ranksByWords(text, figures);
}

function ranksOfRows(rows: readonly Element[], text: PageText): Ranks {
  const items = rows.map((row) => {
    const runs = text.runs.filter(({ element }) => row.contains(element));
    const [number, ...others] = runs.flatMap((run) => run.numbers);
    return { group: groupOf(runs), value: others.length === 0 ? number?.value : undefined };
  });
  const announced = rankCountClass.exec(rows[0]?.className ?? '')?.[1];
  if (announced !== undefined && Number(announced) !== rows.length) {
    // A row is missing, so the order says nothing.
    return onlyRanks(
      assign(items.concat({ group: undefined, value: undefined }, { group: undefined, value: undefined })),
    );
  }
  const team = items.length === 3 ? items[2]?.value : undefined;
  return withoutUndefined({ ...onlyRanks(assign(items.slice(0, items.length === 3 ? 2 : undefined))), team });
}

function onlyRanks({ industry, network }: Readonly<Partial<Record<Group, number | undefined>>>): Ranks {
  const rankOf = (value: number | undefined) => (value !== undefined && isRank(value) ? value : undefined);
  return withoutUndefined({ industry: rankOf(industry), network: rankOf(network) });
}

function ranksByWords(text: PageText, figures: readonly Figure[]): Ranks {
  const { numbersIn } = text;
  // A percentage beside a group's average or under a heading is something else.
  const isElsewhere = (item: Element): boolean =>
    figures.some(({ owner, section }) => owner === 'group' && section.contains(item)) ||
    item.closest(selectors.heading) !== null ||
    item.querySelector(selectors.heading) !== null;
  const percentages = text.numbers.filter(
    ({ value, percent, text: around }) =>
      percent && isRank(value) && countLetters(around) <= mostLettersBesideRank && isRankText(around),
  );
  const isAlone = ({ element }: PageNumber): boolean => numbersIn.get(element) === 1;
  // Which of several in one element is the rank nobody knows, and a stray one may stand beside its words instead.
  if (percentages.some((number) => !isAlone(number) && !isElsewhere(number.element))) return {};
  const items = percentages
    .filter(isAlone)
    .map((number) => ({ item: largestWithSameCount(number.element, numbersIn), value: number }))
    .filter(({ item }) => !isElsewhere(item))
    .map(({ item, value }) => ({
      group: groupOf(text.runs.filter(({ element }) => item.contains(element))),
      value,
      row: item,
    }));
  const named = assign(items.filter(({ group }) => group !== undefined));
  // The order says nothing here: a promise of "45 % more" may stand first.
  if (items.filter(({ group }) => group === 'industry').length > 1) return {};
  if (items.filter(({ group }) => group === 'network').length > 1) return {};
  // Both stand in rows of one list. A number that strayed into a label, away from its row's own, does not.
  const [first, ...further] = items.filter(({ group }) => group !== undefined).map(({ row }) => row);
  if (further.some((row) => row.parentElement !== first?.parentElement || row.tagName !== first.tagName)) return {};
  const team = teamBeside(named, text, numbersIn);
  // One more percentage than can be explained: any of them may have taken another's words.
  if (items.some(({ group, value }) => group === undefined && value !== team)) return {};
  return withoutUndefined({
    ...onlyRanks({ industry: named.industry?.value, network: named.network?.value }),
    team: team?.value,
  });
}

/** The one other labelled number beside both ranks: a Sales Navigator team's row. */
function teamBeside(
  { industry, network }: Partial<Record<Group, PageNumber>>,
  text: PageText,
  numbersIn: ReadonlyMap<Element, number>,
): PageNumber | undefined {
  if (!industry || !network) return undefined;
  const around = smallestAround([industry.element, network.element]);
  const [team, ...others] = text.numbers.filter(
    (number) => number !== industry && number !== network && around?.contains(number.element),
  );
  if (!team || others.length > 0 || countLetters(team.text) > mostLettersBesideRank) return undefined;
  const row = largestWithSameCount(team.element, numbersIn);
  const isLabelled = text.runs.some(
    (run) => run.numbers.length === 0 && countLetters(run.text) > 1 && row.contains(run.element),
  );
  return isLabelled ? team : undefined;
}
