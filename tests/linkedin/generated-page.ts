import { forEachPillar, pillars, totalOf, type Scores } from '../../src/core/score/pillar';
import { languages, pageWords, type PageWords } from './page-words';
import { printScore } from './ssi-page';

/** What of the member's own score a page shows: to the eye, only to assistive technology, nowhere in numbers, or not at all. */
type Readable = 'eye' | 'names' | 'no' | 'absent';

/** A page as LinkedIn could serve it one day, and what is true of it. */
interface GeneratedPage {
  readonly html: string;
  readonly language: string;
  readonly own: Scores;
  /** Digits behind the decimal mark that its own score is printed with, 3 for all; the exact ones may stand elsewhere. */
  readonly decimals: number;
  readonly readable: Readable;
  readonly rank: { readonly industry?: number; readonly network?: number };
  readonly average: { readonly industry?: Scores; readonly network?: Scores };
  /** What it is made of, for counting. */
  readonly kinds: readonly string[];
  /** Whether nobody's numbers stand on it but the member's and the two groups'. */
  readonly plain: boolean;
}

type Words = Pick<
  PageWords,
  | 'numbers'
  | 'current'
  | 'pillars'
  | 'outOf'
  | 'top'
  | 'industryRank'
  | 'networkRank'
  | 'industryGroup'
  | 'networkGroup'
> & { readonly industrySentence: string; readonly networkSentence: string };

/** Languages of LinkedIn's that the stand-in does not speak otherwise, one whose groups no table of words knows. Our own translations. */
const moreWords: Readonly<Record<string, Words>> = {
  cs: {
    numbers: 'cs',
    current: 'Aktuální Social Selling Index',
    pillars: [
      'Budujte svou profesní značku',
      'Najděte ty správné lidi',
      'Zapojte se pomocí poznatků',
      'Budujte vztahy',
    ],
    outOf: '{} z {max}',
    top: 'Nejlepších {}',
    industryRank: 'Pořadí SSI v oboru',
    networkRank: 'Pořadí SSI mezi kontakty',
    industryGroup: 'Lidé ve vašem oboru',
    networkGroup: 'Lidé mezi vašimi kontakty',
    industrySentence: 'Prodejci v oboru {industry} mají průměrný SSI {}.',
    networkSentence: 'Lidé mezi vašimi kontakty mají průměrný SSI {}.',
  },
  fi: {
    numbers: 'fi',
    current: 'Nykyinen Social Selling Index',
    pillars: ['Luo ammatillinen brändi', 'Löydä oikeat ihmiset', 'Hyödynnä näkemyksiä', 'Rakenna suhteita'],
    outOf: '{}/{max}',
    top: 'Parhaat {}',
    industryRank: 'SSI-sijoitus toimialalla',
    networkRank: 'SSI-sijoitus verkostossa',
    industryGroup: 'Toimialasi ihmiset',
    networkGroup: 'Verkostosi ihmiset',
    industrySentence: 'Toimialan {industry} myyjien keskimääräinen SSI on {}.',
    networkSentence: 'Verkostosi ihmisten keskimääräinen SSI on {}.',
  },
};

const months = ['Last week', 'Previous week', 'Your score 7 days ago'];

const barIds: Readonly<Record<keyof Scores, string>> = {
  brand: 'establish-brand__sub-score-bar',
  people: 'find-people__sub-score-bar',
  insights: 'engage-with-insights__sub-score-bar',
  relationships: 'build-relationships__sub-score-bar',
};

/** mulberry32, public domain. */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick.');
    return item;
  }

  scores(decimals: number, least = 0, most = 25): Scores {
    const unit = 10 ** decimals;
    return forEachPillar(() => this.between(least * unit, most * unit) / unit);
  }
}

/** Row styles, and who can read them. */
const rowStyles = {
  li: 'eye', 'li-colon': 'eye', 'li-value-last': 'eye', cards: 'eye', flat: 'eye', 'dl-rows': 'eye', 'dl-flat': 'eye', columns: 'eye', table: 'eye',
  'table-remaining': 'eye', 'table-columns': 'eye', sentence: 'eye', 'progress-text': 'eye', 'progress-ids': 'eye', 'meter-text': 'eye',
  'role-text': 'eye', 'aria-text': 'eye', svg: 'eye', progress: 'names', meter: 'names', role: 'names', 'aria-only': 'names', highcharts: 'names',
  'aria-sentence': 'names', data: 'names', shadow: 'eye', 'shadow-rows': 'eye', 'described-by': 'eye', widths: 'no', percent: 'no', 'no-labels': 'no',
} as const; // oxfmt-ignore
type RowStyle = keyof typeof rowStyles;

const totalStyles = {
  pair: 'eye', 'pair-spans': 'eye', alone: 'eye', 'slash': 'eye', points: 'eye', svg: 'eye', twice: 'eye', aria: 'names', meter: 'names',
} as const; // oxfmt-ignore
type TotalStyle = keyof typeof totalStyles;

const decorations = [
  'of-maximum', 'slash-maximum', 'change', 'change-block', 'twice', 'digits', 'font', 'footnote', 'struck', 'tooltip', 'bidi', 'group-beside',
] as const; // oxfmt-ignore
type Decoration = 'none' | (typeof decorations)[number];

interface SetStyle {
  readonly rows: RowStyle;
  readonly total: TotalStyle;
  readonly decoration: Decoration;
  readonly card: 'section' | 'div' | 'flat' | 'article';
  readonly totalPlace: 'before' | 'after' | 'apart';
  readonly decimals: number;
}

const ease = {
  rows: 'li',
  total: 'pair',
  decoration: 'none',
  card: 'section',
  totalPlace: 'before',
  decimals: 3,
} as const;

const hiding = [
  ['<div hidden>', '</div>'],
  ['<div inert style="display: none">', '</div>'],
  ['<div style="visibility:hidden">', '</div>'],
  ['<div style="display:none">', '</div>'],
  ['<details><summary>Details</summary>', '</details>'],
  ['<dialog>', '</dialog>'],
  ['<template>', '</template>'],
  ['<noscript>', '</noscript>'],
  ['<div class="is-gone">', '</div>'],
  ['<div class="is-unseen">', '</div>'],
] as const;

/** Writes one page. */
class Writer {
  readonly #chance: Chance;
  readonly #words: Words;
  readonly #hashed: boolean;
  order: readonly (keyof Scores)[] = pillars;

  constructor(chance: Chance, words: Words, hashed: boolean) {
    this.#chance = chance;
    this.#words = words;
    this.#hashed = hashed;
  }

  print(score: number, decimals = 3): string {
    const rounded = Math.round(score * 10 ** decimals) / 10 ** decimals;
    return printScore(rounded, this.#words.numbers);
  }

  /** A class, which says nothing. */
  #class(name: string): string {
    if (!this.#hashed) return '';
    return ` class="_${Array.from(name)
      .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
      .toString(36)}"`;
  }

  label(pillar: keyof Scores): string {
    return this.#words.pillars[pillars.indexOf(pillar)] ?? '';
  }

  #decorated(score: number, { decoration, decimals }: SetStyle): string {
    const value = this.print(score, decimals);
    const maximum = this.print(25);
    const up = this.#chance.is(0.5);
    switch (decoration) {
      case 'of-maximum':
        return this.#words.outOf.replace('{}', value).replace('{max}', maximum);
      case 'slash-maximum':
        return `${value}<small> / ${maximum}</small>`;
      case 'change': {
        const by = this.print(this.#chance.between(1, 600) / 1000, decimals);
        return `${value} <small>${this.#chance.pick(up ? ['▲ ', '+', '(+', '↑'] : ['▼ ', '−', '(−', '↓'])}${by}</small>`;
      }
      // A badge in a block of its own.
      case 'change-block': {
        const by = this.print(this.#chance.between(1, 600) / 1000, decimals);
        return `<span>${value}</span><div${this.#class('badge')}>${up ? '+' : '−'}${by}</div>`;
      }
      // What it was before, struck out.
      case 'struck':
        return `<s>${this.print(Math.max(0, score - this.#chance.between(1, 400) / 1000), decimals)}</s> ${value}`;
      case 'tooltip':
        return `${value}<span role="tooltip" class="is-gone">${this.print(Math.max(0, score - 0.2), decimals)} → ${value}</span>`;
      case 'bidi':
        return `\u2067\u200f${value}\u200e\u2069`;
      case 'group-beside':
        return `${value} <small>(Ø ${this.print(this.#chance.between(200, 1400) / 100)})</small>`;
      case 'twice':
        return `<span aria-hidden="true">${value}</span><span class="visually-hidden">${this.#words.outOf.replace('{}', value).replace('{max}', maximum)}</span>`;
      case 'footnote':
        return `${value}<sup>${this.#chance.between(1, 3)}</sup>`;
      case 'digits':
        return Array.from(value)
          .map((digit) => `<span>${digit}</span>`)
          .join('');
      case 'font':
        return `<font style="vertical-align: inherit;"><font style="vertical-align: inherit;">${value}</font></font>`;
      default:
        return value;
    }
  }

  rows(scores: Scores, style: SetStyle): string {
    const each = (row: (label: string, value: string, exact: string, pillar: keyof Scores) => string): string =>
      this.order
        .map((pillar) =>
          row(
            this.label(pillar),
            this.#decorated(scores[pillar], style),
            String(Math.round(scores[pillar] * 10 ** style.decimals) / 10 ** style.decimals),
            pillar,
          ),
        )
        .join('');
    const row = this.#class('row');
    switch (style.rows) {
      case 'li':
        return `<ul>${each((label, value) => `<li${row}><b>${value}</b> <span>${label}</span></li>`)}</ul>`;
      case 'li-colon':
        return `<ul>${each((label, value) => `<li${row}>${label}: ${value}</li>`)}</ul>`;
      case 'li-value-last':
        return `<ul>${each((label, value) => `<li${row}><div>${label}</div><div>${value}</div></li>`)}</ul>`;
      case 'cards':
        return `<div>${each((label, value) => `<div${row}><div><strong>${value}</strong></div><p>${label}</p></div>`)}</div>`;
      case 'flat':
        return `<div>${each((label, value) => `<div>${label}</div><div${row}>${value}</div>`)}</div>`;
      case 'dl-rows':
        return `<dl>${each((label, value) => `<div${row}><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
      case 'dl-flat':
        return `<dl>${each((label, value) => `<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
      case 'columns':
        return `<div><div>${each((label) => `<div>${label}</div>`)}</div><div>${each((_, value) => `<div>${value}</div>`)}</div></div>`;
      case 'table':
        return `<table><tbody>${each((label, value) => `<tr><th>${label}</th><td>${value}</td></tr>`)}</tbody></table>`;
      case 'table-remaining':
        return (
          `<table class="visually-hidden"><tbody><tr><th>Category</th><th>value</th></tr>` +
          each((label, _, exact) => `<tr><th>${label}</th><td>${exact}</td></tr>`) +
          `<tr><th>Remaining points</th><td>${100 - Math.round(totalOf(scores))}</td></tr></tbody></table>`
        );
      case 'table-columns':
        return `<table><thead><tr>${each((label) => `<th>${label}</th>`)}</tr></thead><tbody><tr>${each((_, value) => `<td>${value}</td>`)}</tr></tbody></table>`;
      case 'sentence':
        return `<p>${this.order.map((pillar) => `${this.label(pillar)}: ${this.print(scores[pillar], style.decimals)}`).join('; ')}.</p>`;
      case 'progress-text':
        return `<ul>${each((label, value, exact) => `<li><label><strong>${value}</strong> <span>${label}</span></label><progress value="${exact}" max="25"></progress></li>`)}</ul>`;
      case 'progress-ids':
        return `<ul>${each((label, value, _, pillar) => `<li><label><strong>${value}</strong> <span>${label}</span></label><progress id="${barIds[pillar]}" value="${Math.fround(scores[pillar])}" max="25"></progress></li>`)}</ul>`;
      case 'meter-text':
        return `<div>${each((label, value, exact) => `<div><span>${label}</span> <span>${value}</span><meter min="0" max="25" value="${exact}"></meter></div>`)}</div>`;
      case 'role-text':
        return `<div>${each((label, value, exact) => `<div><p>${label}</p><div role="progressbar" aria-valuenow="${exact}" aria-valuemin="0" aria-valuemax="25"><i style="width:${(Number(exact) * 4).toFixed(2)}%"></i></div><p>${value}</p></div>`)}</div>`;
      case 'aria-text':
        return `<ul>${each((label, value, exact) => `<li aria-label="${label}: ${exact}"><span>${value}</span><span>${label}</span></li>`)}</ul>`;
      case 'svg':
        return `<svg viewBox="0 0 9 9">${each((label, value) => `<g><text>${label}</text><text>${value.replace(/<[^>]+>/g, '')}</text></g>`)}</svg>`;
      case 'progress':
        return `<ul>${each((label, _, exact) => `<li><span>${label}</span><progress value="${exact}" max="25"></progress></li>`)}</ul>`;
      case 'meter':
        return `<div>${each((label, _, exact) => `<div>${label} <meter max="25" value="${exact}"></meter></div>`)}</div>`;
      case 'role':
        return `<div>${each((label, _, exact) => `<div role="${this.order[0] === 'brand' ? 'progressbar' : 'meter'}" aria-label="${label}" aria-valuenow="${exact}" aria-valuemax="25"></div>`)}</div>`;
      case 'aria-only':
        return `<div>${each((label, _, exact) => `<div role="img" aria-label="${label}: ${exact}"></div>`)}</div>`;
      case 'highcharts':
        return (
          `<svg viewBox="0 0 9 9"><g class="highcharts-series">` +
          `${each((label, _, exact) => `<path role="img" aria-label="${label}, ${exact}." d="M0 0"></path>`)}</g></svg>`
        );
      case 'aria-sentence':
        return `<div role="img" aria-label="${this.order.map((pillar) => `${this.label(pillar)} ${this.print(scores[pillar], style.decimals)}`).join(', ')}"></div>`;
      case 'data':
        return `<div>${each((label, _, exact) => `<div data-label="${label}" data-value="${exact}"></div>`)}</div>`;
      case 'shadow':
        return `<div data-shadow><ul>${each((label, value) => `<li><b>${value}</b> <span>${label}</span></li>`)}</ul></div>`;
      case 'shadow-rows':
        return `<ul>${each((label, value) => `<li data-shadow><div data-shadow><span>${value}</span> ${label}</div></li>`)}</ul>`;
      case 'described-by':
        return `<ul>${each((label, value, exact, pillar) => `<li><span id="label-${pillar}">${label}</span><span aria-describedby="label-${pillar}" data-score="${exact}">${value}</span></li>`)}</ul>`;
      case 'widths':
        return `<ul>${each((label, _, exact) => `<li>${label}<div><div style="width: ${(Number(exact) * 4).toFixed(3)}%"></div></div></li>`)}</ul>`;
      case 'percent':
        return `<ul>${each((label, _, exact) => `<li>${label} <b>${Math.round(Number(exact) * 4)}%</b></li>`)}</ul>`;
      case 'no-labels':
        return `<ul>${each((_, value) => `<li><b>${value}</b></li>`)}</ul>`;
    }
  }

  total(total: number, style: TotalStyle): string {
    const shown = this.print(total);
    const pair = this.#words.outOf.replace('{}', shown).replace('{max}', this.print(100));
    switch (style) {
      case 'pair':
        return `<p>${pair}</p>`;
      case 'pair-spans':
        return `<figure><figcaption${this.#class('caption')}>${this.#words.outOf.replace('{}', `<span>${shown}</span>`).replace('{max}', this.print(100))}</figcaption></figure>`;
      case 'alone':
        return `<div${this.#class('total')}>${shown}</div>`;
      case 'slash':
        return `<div><span>${shown}</span><span>/${this.print(100)}</span></div>`;
      case 'points':
        return `<p>${shown} SSI</p>`;
      case 'svg':
        return `<svg viewBox="0 0 9 9"><path d="M0 0"></path><text>${shown}</text></svg>`;
      case 'twice':
        return `<p><span aria-hidden="true">${shown}</span><span class="visually-hidden">${pair}</span></p>`;
      case 'aria':
        return `<div role="img" aria-label="Social Selling Index: ${pair}"></div>`;
      case 'meter':
        return `<div role="meter" aria-label="SSI" aria-valuenow="${total}" aria-valuemin="0" aria-valuemax="100"></div>`;
    }
  }

  set(heading: string, scores: Scores, style: SetStyle, after = ''): string {
    const total = this.total(Math.round(totalOf(scores)), style.total);
    const rows = this.rows(scores, style);
    const name =
      heading === ''
        ? ''
        : style.card === 'div'
          ? `<div${this.#class('head')}>${heading}</div>`
          : `<h2>${heading}</h2>`;
    const card = (content: string): string => {
      if (style.card === 'flat') return content;
      const tag = style.card;
      return `<${tag}${this.#class('card')}>${content}</${tag}>`;
    };
    if (style.totalPlace === 'apart') return card(name + total) + card(rows + after);
    return card(style.totalPlace === 'before' ? name + total + rows + after : name + rows + total + after);
  }

  /** `own`: only LinkedIn gives its own ids. */
  style(plain: boolean, own = true): SetStyle {
    const chance = this.#chance;
    const names = (Object.keys(rowStyles) as RowStyle[]).filter((name) => own || name !== 'progress-ids');
    const decoration = chance.is(0.55) ? 'none' : chance.pick(decorations);
    return {
      rows: chance.is(plain ? 0.45 : 0.3)
        ? chance.pick(['li', 'li-colon', 'cards', 'progress-text', 'meter-text', 'table-remaining'] as const)
        : chance.pick(names),
      total: chance.is(0.5)
        ? chance.pick(['pair', 'pair-spans'] as const)
        : chance.pick(Object.keys(totalStyles) as TotalStyle[]),
      decoration,
      card: chance.pick(['section', 'section', 'div', 'flat', 'article'] as const),
      totalPlace: chance.pick(['before', 'before', 'before', 'after', 'apart'] as const),
      decimals: chance.is(0.12) ? chance.between(0, 1) : 3,
    };
  }
}

/** Another day's scores of the same member, near today's; with the same total half of the time. */
function near(chance: Chance, own: Scores, span = 0.9): Scores {
  for (;;) {
    const other = forEachPillar((pillar) =>
      Math.min(25, Math.max(0, Math.round((own[pillar] + (chance.next() - 0.5) * span) * 1000) / 1000)),
    );
    const same = Math.round(totalOf(other)) === Math.round(totalOf(own));
    if (other.brand !== own.brand && (same || span > 1 || chance.is(0.5))) return other;
  }
}

const strangers = [
  'last-week', 'last-week-inside', 'colleague', 'best', 'team', 'panel', 'duplicate', 'zeros', 'embedded-old', 'embedded-other', 'embedded-own',
  'old-hidden', 'manager', 'not-available', 'goal', 'leaderboard', 'history', 'tips', 'tooltips', 'cookies', 'promo', 'own-sentence', 'forecast', 'numbering',
  'best-ever', 'targets', 'comparison', 'slides', 'axis', 'two-totals', 'tooltip-values', 'sparklines', 'colleague-rows',
] as const; // oxfmt-ignore
type Stranger = (typeof strangers)[number];

const harmless: readonly Stranger[] = [
  'duplicate',
  'embedded-own',
  'tips',
  'tooltips',
  'cookies',
  'promo',
  'own-sentence',
  'numbering',
  'axis',
];

function embedded(scores: Scores, request: string): string {
  const names = {
    brand: 'PROFESSIONAL_BRAND',
    people: 'FIND_RIGHT_PEOPLE',
    insights: 'INSIGHT_ENGAGEMENT',
    relationships: 'STRONG_RELATIONSHIP',
  };
  const answer = {
    memberScore: {
      overall: Math.fround(totalOf(scores)),
      subScores: pillars.map((pillar) => ({ score: Math.fround(scores[pillar]), pillar: names[pillar] })),
    },
  };
  const guid = 1000 + Math.round(totalOf(scores) * 1000);
  return (
    `<code style="display:none" id="bpr-guid-${guid}">${JSON.stringify(answer)}</code>` +
    `<code style="display:none" id="datalet-bpr-guid-${guid}">${JSON.stringify({ request, status: 200, body: `bpr-guid-${guid}` })}</code>`
  );
}

/** What stands in an element with that attribute goes into a shadow root of its own, the innermost first. */
const openShadows =
  "for (const host of [...document.querySelectorAll('[data-shadow]')].reverse()) { const inside = [...host.childNodes]; (host.tagName === 'LI' ? host.appendChild(document.createElement('div')) : host).attachShadow({ mode: 'open' })).append(...inside); }";

/** The page of `seed`: the same for the same. */
export function generatedPage(seed: number): GeneratedPage {
  const chance = new Chance(seed * 7919 + 17);
  const language = chance.is(0.4) ? 'en' : chance.pick([...languages, ...Object.keys(moreWords)]);
  const words: Words = moreWords[language] ?? pageWords[language as keyof typeof pageWords];
  const writer = new Writer(chance, words, chance.is(0.6));

  let own = chance.scores(3);
  // Printed digits cannot confirm a total so near to a half point.
  while (Math.abs((totalOf(own) % 1) - 0.5) < 0.01 || totalOf(own) < 3) own = chance.scores(3);
  const count = chance.pick([0, 0, 0, 1, 1, 1, 1, 2, 2, 3]);
  const kinds = new Set<Stranger>();
  while (kinds.size < count) kinds.add(chance.pick(strangers));
  const style = writer.style(count === 0);
  const sorted = chance.is(0.03);
  if (sorted) writer.order = [...pillars].sort((one, other) => own[other] - own[one]);
  const isSorted = writer.order.some((pillar, index) => pillar !== pillars[index]);

  const strangerStyle = (): SetStyle =>
    chance.is(0.5) && style.rows !== 'progress-ids'
      ? { ...style, totalPlace: 'before' }
      : chance.is(0.5)
        ? ease
        : writer.style(false, false);
  const isAbsent = kinds.has('manager') || kinds.has('not-available');
  const before: string[] = [];
  const after: string[] = [];
  let inside = '';
  let shell = '';
  let aside = '';
  const beside = (html: string): void => void (chance.is(0.5) ? before : after).push(html);
  for (const kind of kinds) {
    switch (kind) {
      case 'last-week':
        beside(writer.set(chance.pick(months), near(chance, own), strangerStyle()));
        break;
      case 'last-week-inside':
        inside += `<h3>${chance.pick(months)}</h3>${writer.rows(near(chance, own), strangerStyle())}`;
        break;
      case 'colleague':
        beside(writer.set('Anna Example', chance.scores(3, 2, 24), strangerStyle()));
        break;
      case 'best':
        beside(writer.set('Best performers', chance.scores(2, 15, 24), strangerStyle()));
        break;
      case 'team':
        beside(writer.set('Your team', chance.scores(2, 5, 20), strangerStyle()));
        break;
      case 'panel':
        aside = `<div id="tracker-panel"><div>SSI Tracker</div>${writer.set('', near(chance, own), strangerStyle())}</div>`;
        if (chance.is(0.5)) after.push(aside);
        else before.push(aside);
        aside = '';
        break;
      case 'duplicate':
        beside(`<div class="dark-mode">${writer.set(words.current, own, style)}</div>`);
        break;
      case 'zeros':
        beside(writer.set('', { brand: 0, people: 0, insights: 0, relationships: 0 }, strangerStyle()));
        break;
      case 'embedded-old':
        shell += embedded(near(chance, own), '/sales-api/salesApiSsi');
        break;
      case 'embedded-other':
        shell += embedded(chance.scores(3), '/sales-api/salesApiSsi?memberUrn=urn%3Ali%3Amember%3A42');
        break;
      case 'embedded-own':
        shell += embedded(own, '/sales-api/salesApiSsi');
        break;
      case 'old-hidden': {
        const [open, close] = chance.pick(hiding);
        beside(`${open}${writer.set(words.current, near(chance, own), strangerStyle())}${close}`);
        break;
      }
      case 'manager':
        beside(
          writer.set(
            chance.pick(['Anna Example', 'Anna Example’s Social Selling Index']),
            chance.scores(3, 2, 24),
            strangerStyle(),
          ),
        );
        break;
      case 'not-available':
        break;
      case 'goal':
        beside(`<section><h2>Your goal</h2><p>70 points by the end of the quarter, 17 to go</p></section>`);
        break;
      case 'leaderboard':
        beside(
          `<section><h2>Your team</h2><ol><li>Anna Example 74</li><li>Bo Example 71</li><li>Cy Example 66</li><li>You ${Math.round(totalOf(own))}</li></ol></section>`,
        );
        break;
      case 'history': {
        const rows = [1, 2, 3].map((week) => {
          const then = near(chance, own);
          return `<tr><td>${week} May</td>${pillars.map((pillar) => `<td>${writer.print(then[pillar])}</td>`).join('')}<td>${Math.round(totalOf(then))}</td></tr>`;
        });
        beside(
          `<table><tr><th>Week</th>${pillars.map((pillar) => `<th>${writer.label(pillar)}</th>`).join('')}<th>SSI</th></tr>${rows.join('')}</table>`,
        );
        break;
      }
      case 'tips':
        beside(
          `<section><h2>Tips</h2>${pillars.map((pillar) => `<h3>${writer.label(pillar)}</h3><p>Do this every day.</p>`).join('')}</section>`,
        );
        break;
      case 'tooltips':
        inside += pillars.map((pillar) => `<div role="tooltip">${writer.label(pillar)}</div>`).join('');
        break;
      case 'cookies':
        before.push(`<div role="dialog"><p>We use 3 kinds of cookies and 24 partners.</p><button>OK</button></div>`);
        break;
      case 'promo':
        beside(
          `<section><p>Leaders create 45% more opportunities and are 51% more likely to reach 100 % of quota.</p></section>`,
        );
        break;
      case 'own-sentence':
        inside += `<p>Your score of ${Math.round(totalOf(own))} has not changed since last week.</p>`;
        break;
      case 'forecast':
        inside += `<p>SSI Tracker: forecast ${Math.min(100, Math.round(totalOf(own)) + 1)}/100</p>`;
        break;
      case 'best-ever':
        beside(writer.set('Your best ever', near(chance, own, 6), strangerStyle()));
        break;
      case 'targets': {
        const wanted = near(chance, own, 6);
        if (chance.is(0.5)) beside(writer.set('Targets', wanted, strangerStyle()));
        else inside += `<h3>Targets</h3>${writer.rows(wanted, strangerStyle())}`;
        break;
      }
      case 'comparison': {
        const columns: readonly (readonly [string, Scores])[] = [
          [chance.pick(['You', 'Now', words.current]), own],
          ['Last week', near(chance, own)],
          [words.industryGroup, chance.scores(2, 2, 14)],
        ];
        const order = chance.is(0.5) ? columns : [...columns].reverse();
        const total = (scores: Scores): string => `<td>${Math.round(totalOf(scores))}</td>`;
        beside(
          chance.is(0.5)
            ? `<table><tr><th></th>${pillars.map((pillar) => `<th>${writer.label(pillar)}</th>`).join('')}<th>SSI</th></tr>${order.map(([name, scores]) => `<tr><th>${name}</th>${pillars.map((pillar) => `<td>${writer.print(scores[pillar])}</td>`).join('')}${total(scores)}</tr>`).join('')}</table>`
            : `<table><tr><th></th>${order.map(([name]) => `<th>${name}</th>`).join('')}</tr>${pillars.map((pillar) => `<tr><th>${writer.label(pillar)}</th>${order.map(([, scores]) => `<td>${writer.print(scores[pillar])}</td>`).join('')}</tr>`).join('')}<tr><th>SSI</th>${order.map(([, scores]) => total(scores)).join('')}</tr></table>`,
        );
        break;
      }
      // A carousel: the weeks before stand beside today's, out of sight.
      case 'slides':
        beside(
          [1, 2]
            .map(
              () =>
                `<div role="group" aria-roledescription="slide" aria-hidden="true" style="transform: translateX(-200%)">${writer.set(words.current, near(chance, own), strangerStyle())}</div>`,
            )
            .join(''),
        );
        break;
      case 'axis':
        inside += `<svg viewBox="0 0 9 9"><g class="highcharts-axis-labels">${[0, 5, 10, 15, 20, 25].map((mark) => `<text>${mark}</text>`).join('')}</g></svg>`;
        break;
      case 'two-totals':
        inside += `<p>${words.outOf.replace('{}', writer.print(Math.max(0, Math.round(totalOf(own)) - 1))).replace('{max}', writer.print(100))} (7 d)</p>`;
        break;
      case 'tooltip-values': {
        const then = near(chance, own);
        inside += pillars
          .map((pillar) => `<div role="tooltip">${writer.label(pillar)}: ${writer.print(then[pillar])}</div>`)
          .join('');
        break;
      }
      case 'sparklines':
        inside += pillars
          .map(
            (pillar) =>
              `<svg role="img" aria-label="${writer.label(pillar)}: ${[1, 2, 3].map(() => writer.print(near(chance, own)[pillar])).join(', ')}"></svg>`,
          )
          .join('');
        break;
      case 'colleague-rows':
        beside(`<div><h4>Anna Example</h4>${writer.rows(chance.scores(3, 2, 24), strangerStyle())}</div>`);
        break;
      case 'numbering':
        beside(`<ol>${pillars.map((pillar, index) => `<li>${index + 1} ${writer.label(pillar)}</li>`).join('')}</ol>`);
        break;
    }
  }

  const average: { industry?: Scores; network?: Scores } = {};
  const groupNumbers = (): Scores => {
    for (;;) {
      const scores = chance.scores(2, 2, 14);
      if (Math.abs((totalOf(scores) % 1) - 0.5) > 0.02 && Math.round(totalOf(scores)) !== Math.round(totalOf(own)))
        return scores;
    }
  };
  const groupStyle: SetStyle = chance.is(0.5)
    ? {
        ...style,
        rows: rowStyles[style.rows] === 'no' || style.rows === 'progress-ids' ? 'li' : style.rows,
        decoration: 'none',
        totalPlace: 'before',
      }
    : { ...ease, rows: chance.pick(['table-remaining', 'table-remaining', 'li', 'table'] as const), card: style.card };
  const sentences = chance.is(0.6);
  const which = chance.pick(['both', 'both', 'both', 'industry', 'none'] as const);
  const groups: string[] = [];
  const order = writer.order;
  if (which !== 'none') {
    average.industry = groupNumbers();
    const said = words.industrySentence
      .replace('{industry}', 'Software')
      .replace('{}', writer.print(Math.round(totalOf(average.industry))));
    groups.push(writer.set(words.industryGroup, average.industry, groupStyle, sentences ? `<p>${said}</p>` : ''));
  }
  if (which === 'both') {
    average.network = groupNumbers();
    const said = words.networkSentence.replace('{}', writer.print(Math.round(totalOf(average.network))));
    groups.push(writer.set(words.networkGroup, average.network, groupStyle, sentences ? `<p>${said}</p>` : ''));
  }
  writer.order = order;
  if (chance.is(0.05)) groups.reverse();

  const rank: { industry?: number; network?: number } = {};
  let ranks = '';
  if (chance.is(0.7)) {
    rank.industry = chance.between(1, 99);
    rank.network = chance.between(1, 99);
    const percent = (value: number): string =>
      new Intl.NumberFormat(words.numbers, { style: 'percent' }).format(value / 100);
    const isAhead = chance.is(0.06);
    const said = (value: number): string =>
      isAhead ? `Ahead of ${100 - value}%` : words.top.replace('{}', percent(value));
    const one = (label: string, value: number): string => `<div><dt>${label}</dt><dd>${said(value)}</dd></div>`;
    ranks = `<dl>${one(words.industryRank, rank.industry)}${one(words.networkRank, rank.network)}</dl>`;
  }

  const shown = style.rows === 'progress-ids' ? { ...style, decimals: 3 } : style;
  let mine = '';
  if (kinds.has('not-available') && !kinds.has('manager')) {
    const none = chance.pick(['–', 'N/A', '']);
    mine = `<section><h2>${words.current}</h2><p>${none}</p><ul>${pillars.map((pillar) => `<li><b>${none}</b> <span>${writer.label(pillar)}</span></li>`).join('')}</ul></section>`;
    if (kinds.size === 1) after.push(writer.set(chance.pick(months), near(chance, own), strangerStyle()));
  } else if (!kinds.has('manager')) mine = writer.set(words.current, own, shown, inside);

  const main = `<h1>Social Selling Index</h1>${ranks}${before.join('')}${mine}${groups.join('')}${after.join('')}`;
  const html =
    `<!DOCTYPE html><html lang="${language}"${/^(ar|fa|he)/.test(language) ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><style>` +
    `.is-gone{display:none}.is-unseen{visibility:hidden}.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}` +
    `</style></head><body>${shell}<header><nav><a href="/sales/ssi">SSI</a></nav></header><main>${main}</main>${main.includes('data-shadow') ? `<script>${openShadows}</script>` : ''}</body></html>`;
  const readable: Readable = isAbsent
    ? 'absent'
    : kinds.has('embedded-own')
      ? 'names'
      : rowStyles[shown.rows] === 'eye'
        ? totalStyles[shown.total]
        : rowStyles[shown.rows];
  return {
    html,
    language,
    own,
    decimals: shown.decimals,
    readable,
    rank,
    average,
    kinds: [
      ...kinds,
      `rows:${shown.rows}`,
      `total:${shown.total}`,
      `decoration:${shown.decoration}`,
      ...(isSorted ? ['sorted'] : []),
    ],
    plain: [...kinds].every((kind) => harmless.includes(kind)) && !isSorted,
  };
}

/** What a reading of a page is worth. */
type Verdict = 'right' | 'rounded' | 'wrong' | 'wrong-absent' | 'missed';

/** Judges the scores that were read of `page`; undefined for none. */
export function verdictOn(page: GeneratedPage, read: Scores | undefined): Verdict {
  if (!read) return 'missed';
  if (page.readable === 'absent') return 'wrong-absent';
  const off = Math.max(...pillars.map((pillar) => Math.abs(read[pillar] - page.own[pillar])));
  if (off <= 0.0006) return 'right';
  const isRounded = pillars.every(
    (pillar) =>
      Math.abs(read[pillar] - Math.round(page.own[pillar] * 10 ** page.decimals) / 10 ** page.decimals) < 1e-6,
  );
  return page.decimals < 3 && isRounded ? 'rounded' : 'wrong';
}
