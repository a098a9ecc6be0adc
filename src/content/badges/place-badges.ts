import { pillars, type Pillar } from '../../core/score/pillar';
import type { Anchors } from '../page/page-result';
import { boxAround, type Box, type Side } from './free-space';
import { toLayer } from './to-layer';
import { placer, type Place, type Placed, type Wanting, type Wish } from './placer';
import { paintedBox, readPainted, type PaintedPage } from './read-painted';

/** A number with what the page shows beside it. */
interface Row {
  /** The number itself. */
  readonly number: Box;
  /** The last line of its label; the number where there is none. */
  readonly label: Box;
  /** All that belongs to it and to no other number, without padding and border. */
  readonly area: Box;
  /** As high as all that belongs to it, and as wide as may be: a badge below it would stand with the next number. */
  readonly band: Box;
}

/** Sent to the layer when its badges may stand elsewhere. */
export const placedEvent = 'placed';

/** Where the badges stand in relation to. */
export interface PlaceQuestion {
  /** Holds each badge under its name (`data-badge`), drawn but not placed. */
  readonly layer: HTMLElement;
  readonly anchors: Anchors;
  /** The part of the page that is looked at: no badge stands on anything painted in it. */
  readonly scope: Element;
  /** The pillar that "Start here" stands beside. */
  readonly startBeside: Pillar | undefined;
}

/**
 * Places each badge beside its own number in free space, and hides those for which there is none. First everything is read, then everything
 * is written: one layout, and one more where there is not room for all: then "Start here" and the pillars' badges are tried smaller, without
 * their words and lines. Pillars stand in one column, at the end of their rows if all four have room there.
 * `placedEvent` tells the layer when it is done.
 */
export function placeBadges({ layer, anchors, scope, startBeside }: PlaceQuestion): void {
  const all = [...layer.querySelectorAll<HTMLElement>('[data-badge]')];
  for (const element of all) delete element.dataset['compact'];
  const page = readPainted(scope);
  const mirrored = getComputedStyle(scope).direction === 'rtl';
  const badge = (name: string): HTMLElement | null => layer.querySelector(`[data-badge="${name}"]`);
  const elements = [...(anchors.total ? [anchors.total] : []), ...pillars.map((pillar) => anchors.pillars[pillar])];
  const rows = pillars.flatMap((pillar) => {
    const row = rowOf(page, anchors.pillars[pillar], elements);
    return row ? [{ pillar, row }] : [];
  });
  const total = anchors.total && paintedBox(page, anchors.total);
  const beside = rows.find(({ pillar }) => pillar === startBeside)?.row;
  const lines = boxAround(rows.map(({ row }) => row.area));
  const column = rows.flatMap(({ pillar, row }): Wanting[] => {
    const pill = badge(pillar);
    return pill ? [{ badge: pill, owner: row.number, within: row.band, wishes: pillarWishes(row, mirrored) }] : [];
  });

  const place = placer(page);
  const placed: Placed[] = [];
  const start = badge('start');
  // What to do comes first where there is not room for all.
  if (start && beside) {
    const wanting = { badge: start, owner: beside.number, within: beside.band, wishes: startWishes(beside, mirrored) };
    placed.push(...compactIfNeeded([wanting], () => eachFirstFree([wanting], [], place)));
  }
  const others = [...placed];
  placed.push(...compactIfNeeded(column, () => inOneColumn(column, others, place)));
  const wantings: Wanting[] = [];
  const pill = badge('total');
  if (pill && total) wantings.push({ badge: pill, owner: total, wishes: totalWishes(total) });
  const foot = badge('foot');
  if (foot && lines) wantings.push({ badge: foot, owner: lines, wishes: footWishes(lines, mirrored) });
  placed.push(...eachFirstFree(wantings, placed, place));

  const inLayer = toLayer(layer);
  const corner = layer.getBoundingClientRect();
  for (const element of all) {
    const found = placed.find((one) => one.badge === element);
    if (found) {
      const { x, y } = inLayer(found.box.left - corner.left, found.box.top - corner.top);
      element.style.transform = `translate(${x}px, ${y}px)`;
      element.dataset['placed'] = 'free';
    } else element.dataset['placed'] = 'nowhere';
  }
  layer.dispatchEvent(new Event(placedEvent));
}

/** What stands with a number: the largest element that holds no other number, and its label. Undefined when the number is hidden. */
function rowOf(page: PaintedPage, anchor: Element, all: readonly Element[]): Row | undefined {
  const number = paintedBox(page, anchor);
  if (!number) return undefined;
  let element = anchor;
  for (let at = anchor.parentElement; at; at = at.parentElement) {
    const holder = at;
    if (all.some((other) => other !== anchor && holder.contains(other))) break;
    element = at;
  }
  const area = contentBox(element);
  const { top, bottom } = element.getBoundingClientRect();
  return {
    number,
    label: page.linesBeside(anchor, element).at(-1) ?? number,
    area,
    band: { left: -Infinity, top, right: Infinity, bottom },
  };
}

/** The box of an element's content: without padding and border. */
function contentBox(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const inset = (side: 'Top' | 'Right' | 'Bottom' | 'Left'): number =>
    Number.parseFloat(style[`padding${side}`]) + Number.parseFloat(style[`border${side}Width`]);
  return {
    left: left + inset('Left'),
    top: top + inset('Top'),
    right: right - inset('Right'),
    bottom: bottom - inset('Bottom'),
  };
}

/** The edge of a box where its lines of text end. */
function endOf(area: Box, mirrored: boolean): Box {
  const end = mirrored ? area.left : area.right;
  return { ...area, left: end, right: end };
}

/** At the end of the row, else after the label, else below the number. */
function pillarWishes({ number, label, area }: Row, mirrored: boolean): readonly Wish[] {
  const [after, before]: readonly [Side, Side] = mirrored ? ['left', 'right'] : ['right', 'left'];
  return [
    { beside: endOf(area, mirrored), placement: before, distance: 0, furthest: 0 },
    { beside: label, placement: after, distance: 10, furthest: 40 },
    {
      beside: boxAround([number, label]) ?? number,
      placement: mirrored ? 'bottom-right' : 'bottom-left',
      distance: 4,
      furthest: 24,
    },
  ];
}

/** After the label, else below it, else after the number. */
function startWishes({ number, label, area }: Row, mirrored: boolean): readonly Wish[] {
  const after: Side = mirrored ? 'left' : 'right';
  return [
    { beside: label, placement: after, distance: 10, furthest: 160 },
    { beside: label, placement: mirrored ? 'bottom-right' : 'bottom-left', distance: 4, furthest: 24 },
    { beside: number, placement: after, distance: 10, furthest: 40 },
    { beside: endOf(area, mirrored), placement: mirrored ? 'right' : 'left', distance: 0, furthest: 0 },
  ];
}

/** Below the number and what is printed under it, else above, else at its sides. */
function totalWishes(total: Box): readonly Wish[] {
  return [
    { beside: total, placement: 'bottom', distance: 8, furthest: 120, gap: 8 },
    { beside: total, placement: 'top', distance: 8, furthest: 60 },
    { beside: total, placement: 'right', distance: 12, furthest: 160 },
    { beside: total, placement: 'left', distance: 12, furthest: 160 },
  ];
}

/** Below the pillars at the end of their rows, else at their beginning, with some room or without; else above them. */
function footWishes(lines: Box, mirrored: boolean): readonly Wish[] {
  const [end, start] = mirrored ? (['left', 'right'] as const) : (['right', 'left'] as const);
  return [
    { beside: lines, placement: `bottom-${end}`, distance: 12, furthest: 90, gap: 14 },
    { beside: lines, placement: `bottom-${start}`, distance: 12, furthest: 90, gap: 14 },
    { beside: lines, placement: `bottom-${end}`, distance: 4, furthest: 90 },
    { beside: lines, placement: `bottom-${start}`, distance: 4, furthest: 90 },
    { beside: lines, placement: `top-${end}`, distance: 12, furthest: 60 },
  ];
}

/** All by the same wish if one suits all, so that they stand in a column; else each by its own best. None on one of `others`. */
function inOneColumn(column: readonly Wanting[], others: readonly Placed[], place: Place): readonly Placed[] {
  for (const index of column[0]?.wishes.keys() ?? []) {
    const alike = column.map((wanting) => ({ ...wanting, wishes: wanting.wishes.slice(index, index + 1) }));
    const placed = eachFirstFree(alike, others, place);
    if (placed.length === column.length) return placed;
  }
  return eachFirstFree(column, others, place);
}

/** One after the other, so that none stands on another or on one of `others`; without those for which there is no place. */
function eachFirstFree(wantings: readonly Wanting[], others: readonly Placed[], place: Place): readonly Placed[] {
  const placed: Placed[] = [];
  for (const wanting of wantings) {
    const found = firstFree(wanting, [...others, ...placed], place);
    if (found) placed.push(found);
  }
  return placed;
}

/** As `tryAll` places these badges; where that is not all of them, with each in its smaller form if more of them have a place then. */
function compactIfNeeded(wantings: readonly Wanting[], tryAll: () => readonly Placed[]): readonly Placed[] {
  const whole = tryAll();
  if (whole.length === wantings.length) return whole;
  for (const { badge } of wantings) badge.dataset['compact'] = '';
  const compact = tryAll();
  if (compact.length > whole.length) return compact;
  for (const { badge } of wantings) delete badge.dataset['compact'];
  return whole;
}

function firstFree(wanting: Wanting, others: readonly Placed[], place: Place): Placed | undefined {
  for (const wish of wanting.wishes) {
    const found = place(wanting, wish, others);
    if (found) return found;
  }
  return undefined;
}
