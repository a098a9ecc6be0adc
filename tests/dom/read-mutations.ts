import fc from 'fast-check';
import { pageWords, type Language, type PageWords } from '../linkedin/page-words';
import { printScore } from '../linkedin/ssi-page';

/** A change of a page, applied to its document. Places are chosen by numbers, each taken modulo how many places there are. */
export type Mutation =
  | { readonly kind: 'rename'; readonly kept: number; readonly ids: boolean }
  | { readonly kind: 'wrap'; readonly place: number; readonly tag: 'div' | 'span' | 'section' }
  | { readonly kind: 'reorder'; readonly what: 'groups' | 'ranks' | 'own-last' }
  | { readonly kind: 'translate'; readonly language: Language }
  | { readonly kind: 'split'; readonly place: number; readonly at: number }
  | { readonly kind: 'remove'; readonly place: number; readonly whole: boolean }
  | { readonly kind: 'duplicate'; readonly place: number }
  | { readonly kind: 'perturb'; readonly place: number; readonly by: number }
  | { readonly kind: 'add'; readonly place: number; readonly text: string };

const place = fc.nat({ max: 10_000 });

/** Mutations that keep every number where it belongs. `ids` says whether ids may be renamed too. */
export function keepingMutation(languages: readonly Language[], ids: boolean): fc.Arbitrary<Mutation> {
  return fc.oneof(
    fc.record({ kind: fc.constant('rename' as const), kept: fc.constantFrom(0, 2, 3), ids: fc.constant(ids) }),
    fc.record({
      kind: fc.constant('wrap' as const),
      place,
      tag: fc.constantFrom('div' as const, 'span' as const, 'section' as const),
    }),
    fc.record({
      kind: fc.constant('reorder' as const),
      what: fc.constantFrom('groups' as const, 'ranks' as const, 'own-last' as const),
    }),
    fc.record({ kind: fc.constant('translate' as const), language: fc.constantFrom(...languages) }),
    fc.record({ kind: fc.constant('split' as const), place, at: place }),
  );
}

/** Numbers that do not belong to the page. */
export const addingMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constant('add' as const),
  place,
  text: fc.oneof(
    fc.double({ min: 0, max: 25, noNaN: true }).map((score) => ` ${printScore(score, 'en')} `),
    fc.nat({ max: 100 }).map((total) => ` ${total} out of 100 `),
    fc.nat({ max: 100 }).map((rank) => ` ${rank}% `),
    fc.nat({ max: 2030 }).map((count) => ` ${count} points in the last weeks `),
  ),
});

/** One sort of damage for a page: two at once could agree on a number that is not the member's, which then is what the page says. */
export const damage: fc.Arbitrary<readonly Mutation[]> = fc.oneof(
  fc.constant([]),
  fc.array(fc.record({ kind: fc.constant('remove' as const), place, whole: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
  fc.array(fc.record({ kind: fc.constant('duplicate' as const), place }), { minLength: 1, maxLength: 2 }),
  fc
    .record({
      kind: fc.constant('perturb' as const),
      place,
      // More than a point: no total hides it by rounding.
      by: fc.double({ min: 1.01, max: 9, noNaN: true }),
    })
    .map((perturb) => [perturb]),
);

const flow = 'article, aside, dd, div, dl, dt, figcaption, figure, h1, h2, label, li, p, section, span, strong, ul';
const number = /\p{Nd}+(?:[.,٫]\p{Nd}+)?/u;

function textNodesOf(root: Node): Text[] {
  return [...root.childNodes].flatMap((child) =>
    child.nodeType === 3 ? [child as Text] : child.nodeName === 'STYLE' ? [] : textNodesOf(child),
  );
}

function pick<Item>(items: readonly Item[], at: number): Item | undefined {
  return items[at % Math.max(1, items.length)];
}

/** A page with what was done to it. */
export class MutablePage {
  readonly document: Document;
  readonly #main: Element;
  readonly #language: Language;
  /** Elements that a number was taken from, or that were. */
  #isDamaged = false;

  constructor(html: string, language: Language) {
    // Nothing here depends on looks, and parsing them for thousands of pages takes long.
    this.document = new DOMParser().parseFromString(html.replace(/<style>[^]*?<\/style>/, ''), 'text/html');
    const main = this.document.querySelector('main');
    if (!main) throw new Error('The page has no main part.');
    this.#main = main;
    this.#language = language;
  }

  /** Numbers are changed first, while the page still has the shape in which they are found. */
  apply(mutations: readonly Mutation[]): void {
    const order: readonly Mutation['kind'][] = [
      'remove',
      'duplicate',
      'perturb',
      'add',
      'reorder',
      'translate',
      // A block around a part of a number would take it apart.
      'wrap',
      'split',
      'rename',
    ];
    for (const mutation of mutations.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))) {
      this.#applyOne(mutation);
    }
  }

  #applyOne(mutation: Mutation): void {
    switch (mutation.kind) {
      case 'rename':
        this.#rename(mutation);
        break;
      case 'wrap':
        this.#wrap(mutation);
        break;
      case 'reorder':
        this.#reorder(mutation);
        break;
      case 'translate':
        this.#translate(mutation);
        break;
      case 'split':
        this.#split(mutation);
        break;
      case 'remove':
        this.#remove(mutation);
        break;
      case 'duplicate':
        this.#duplicate(mutation);
        break;
      case 'perturb':
        this.#perturb(mutation);
        break;
      case 'add':
        this.#add(mutation);
        break;
    }
  }

  /** Renames every class name (and id) alike wherever it stands, but for about one in `kept`; 0 renames all. */
  #rename({ kept, ids }: Mutation & { kind: 'rename' }): void {
    const renamed = (name: string): string => {
      const code = Array.from(name, (character) => character.charCodeAt(0)).reduce(
        (sum, unit) => (sum * 31 + unit) % 9973,
        7,
      );
      return kept > 0 && code % kept === 0 ? name : `c${code}`;
    };
    for (const element of this.#main.querySelectorAll('*')) {
      if (element.className !== '') element.className = [...element.classList].map(renamed).join(' ');
      if (ids && element.id !== '') element.id = renamed(element.id);
    }
  }

  #wrap({ place: at, tag }: Mutation & { kind: 'wrap' }): void {
    const element = pick([...this.#main.querySelectorAll(flow)], at);
    if (!element) return;
    const wrapper = this.document.createElement(tag);
    element.replaceWith(wrapper);
    wrapper.append(element);
  }

  #reorder({ what }: Mutation & { kind: 'reorder' }): void {
    const rows = [...this.#main.querySelectorAll('dl > *')];
    const groups = [...this.#main.querySelectorAll('article > section > section')];
    const own = this.#main.querySelector('article > section > div > section')?.closest('article > section');
    if (what === 'ranks' && rows.length === 2) rows[0]?.before(...rows.slice(1));
    if (what === 'groups' && groups.length === 2) groups[0]?.before(...groups.slice(1));
    if (what === 'own-last' && own) own.parentElement?.append(own);
  }

  #translate({ language }: Mutation & { kind: 'translate' }): void {
    const words = (of: Language): string[] =>
      (Object.keys(pageWords[of]) as (keyof PageWords)[])
        .filter((key) => !['numbers', 'outOf', 'top', 'industrySentence', 'networkSentence'].includes(key))
        .flatMap((key) => pageWords[of][key]);
    const from = words(this.#language);
    const to = words(language);
    for (const node of textNodesOf(this.#main)) {
      const index = from.indexOf(node.data);
      if (index >= 0) node.data = to[index] ?? node.data;
    }
  }

  #split({ place: chosen, at }: Mutation & { kind: 'split' }): void {
    const node = pick(
      textNodesOf(this.#main).filter(
        ({ data, parentElement }) => data.trim().length > 1 && !parentElement?.closest('progress'),
      ),
      chosen,
    );
    if (!node) return;
    const cut = 1 + (at % (node.data.length - 1));
    const parts = [node.data.slice(0, cut), node.data.slice(cut)].map((part) => {
      const span = this.document.createElement('span');
      span.textContent = part;
      return span;
    });
    node.replaceWith(...parts);
  }

  #numbers(): Text[] {
    return textNodesOf(this.#main).filter(({ data }) => number.test(data));
  }

  /** Takes one number away: its text, its element, or the value of a bar. */
  #remove({ place: at, whole }: Mutation & { kind: 'remove' }): void {
    const bars = [...this.#main.querySelectorAll('progress')];
    const chosen = pick([...bars, ...this.#numbers()], at);
    if (!chosen) return;
    this.#isDamaged = true;
    if (!(chosen instanceof Element)) {
      if (whole) chosen.parentElement?.remove();
      else chosen.data = chosen.data.replace(number, '');
    } else if (whole) chosen.remove();
    else chosen.removeAttribute('value');
  }

  /** A second time the block that a number stands in. A second inline number would only make another number of the two. */
  #duplicate({ place: at }: Mutation & { kind: 'duplicate' }): void {
    const block = pick(this.#numbers(), at)?.parentElement?.closest(
      'progress, li, dd, dl > *, tr, table, figcaption, figure, p, section, aside',
    );
    block?.after(block.cloneNode(true));
  }

  /** Changes one of the numbers that the page says more than once or that must add up: any but the ranks, which nothing confirms. */
  #perturb({ place: at, by }: Mutation & { kind: 'perturb' }): void {
    const bars = [...this.#main.querySelectorAll('progress')];
    const texts = this.#numbers().filter(
      (node) => node.parentElement && !node.parentElement.closest('dl, progress, aside'),
    );
    const chosen = pick([...bars, ...texts], at);
    if (!chosen) return;
    this.#isDamaged = true;
    if (chosen instanceof Element) {
      chosen.setAttribute('value', String(Number(chosen.getAttribute('value')) + by));
      return;
    }
    const { numbers } = pageWords[this.#language];
    const locale = chosen.parentElement?.closest('table') ? 'en' : numbers;
    const isWhole = chosen.parentElement?.closest('figcaption, p') !== null;
    chosen.data = chosen.data.replace(number, (found) => {
      const latin = found.replace(/\p{Nd}/gu, (digit) => String(digitOf(digit))).replace(/[,٫]/, '.');
      return printScore(Number(latin) + (isWhole ? Math.ceil(by) : by), locale);
    });
  }

  /** Puts a number somewhere. On a damaged page only between the parts: in the place of a lost number it would be the page's word. */
  #add({ place: at, text }: Mutation & { kind: 'add' }): void {
    const parent = pick([...this.#main.querySelectorAll(this.#isDamaged ? 'article' : flow)], at);
    if (!parent) return;
    const added = this.document.createElement(at % 2 === 0 ? 'p' : 'span');
    added.textContent = text;
    const before = pick([...parent.childNodes, null], at);
    parent.insertBefore(added, before ?? null);
  }
}

/** The value of one decimal digit of any script; Unicode keeps the ten of a script together, zero first. */
function digitOf(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0;
  const code = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return code - zero;
}
