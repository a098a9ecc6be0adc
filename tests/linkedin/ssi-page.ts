import { pillars, totalOf, type Pillar, type Scores } from '../../src/core/score/pillar';
import type { StandInAverage, StandInMember } from './captured-members';
import { pageWords, type Language } from './page-words';

/**
 * How the score stands in the page: `bars` as captured in June 2026, `tables` as captured on 3 July 2026, `embedded` as the answer LinkedIn
 * embedded in 2021, `bare` with no class or id to go by.
 */
export const layouts = ['bars', 'tables', 'embedded', 'bare'] as const;
export type Layout = (typeof layouts)[number];

/** What sort of member looks at the page, and so what the page shows. */
export const memberKinds = ['free', 'seat', 'seat-with-team', 'no-ranks', 'no-averages'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** How the application paints the score after the shell has loaded. */
export interface Painting {
  /** Milliseconds from load (or from the scroll, or from being shown) to the first paint. */
  readonly after: number;
  /** What the application waits for first. Default: `load`. */
  readonly once?: 'load' | 'scroll' | 'visible';
  /** All at once, one value after another, or counting up from nothing. Default: `whole`. */
  readonly how?: 'whole' | 'one-by-one' | 'counting';
  /** Milliseconds between two steps of `one-by-one`, `counting` and `frames`; 0 is one step each animation frame. Default: 100. */
  readonly step?: number;
  /** What `main` holds at each step, in place of `how`. */
  readonly frames?: readonly string[];
}

/** What may be chosen of a page; every field has a default. */
export interface SsiPageOptions {
  /** Default: `bars`. */
  readonly layout?: Layout;
  /** Default: `en`. */
  readonly language?: Language;
  /** Default: `free`. */
  readonly kind?: MemberKind;
  /** Milliseconds from load until the score is painted, all at once. Absent: it stands in the document from the start. */
  readonly paintAfter?: number;
  /** Painting in more detail; wins over `paintAfter`. */
  readonly painting?: Painting;
  /** Other people's numbers, in the same words and shapes, before or after the member's own. Default: `none`. */
  readonly decoys?: 'none' | 'before' | 'after' | 'both';
  /** In the layout `tables`, whether the scores are also printed beside their labels. Default: true. */
  readonly shownScores?: boolean;
  /** Points by which the total differs from last week's, which the page says in English whole numbers. Default: 0, "No change" in its language. */
  readonly changeSinceLastWeek?: number;
}

type Chosen = Required<Omit<SsiPageOptions, 'paintAfter' | 'painting'>>;

const defaults: Chosen = {
  layout: 'bars',
  language: 'en',
  kind: 'free',
  decoys: 'none',
  shownScores: true,
  changeSinceLastWeek: 0,
};

/** The whole number LinkedIn prints: the rounded sum of the four pillars. */
export function shownTotalOf(scores: Scores): number {
  return Math.round(totalOf(scores));
}

/** What a page of `kind` shows of `member`. */
export function memberOfKind(member: StandInMember, kind: MemberKind): StandInMember {
  const { memberNumber, ...free } = member;
  const { team, ...rank } = member.rank;
  switch (kind) {
    case 'free':
      return { ...free, rank };
    case 'seat':
      return { ...free, rank, memberNumber: memberNumber ?? '100000001' };
    case 'seat-with-team':
      return { ...free, rank: { ...rank, team: team ?? 4 }, memberNumber: memberNumber ?? '100000001' };
    case 'no-ranks':
      return { ...free, rank: {} };
    case 'no-averages':
      return { ...free, rank, average: {} };
  }
}

/** `score` as the page prints it in a locale: at most three decimals, no padding. */
export function printScore(score: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false }).format(score);
}

/** A group's average before it is rounded: the sum of its pillars where they are known. */
export function exactAverage({ total, scores }: StandInAverage): number {
  return scores ? Math.fround(totalOf(scores)) : total;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Fills the gaps of a wording in. */
function fill(wording: string, values: Readonly<Record<string, string>>): string {
  return escapeHtml(wording).replaceAll(/\{(\w*)\}/g, (_, name: string) => values[name] ?? '');
}

const barIds: Readonly<Record<Pillar, string>> = {
  brand: 'establish-brand__sub-score-bar',
  people: 'find-people__sub-score-bar',
  insights: 'engage-with-insights__sub-score-bar',
  relationships: 'build-relationships__sub-score-bar',
};

const jsonPillars: Readonly<Record<Pillar, string>> = {
  brand: 'PROFESSIONAL_BRAND',
  people: 'FIND_RIGHT_PEOPLE',
  insights: 'INSIGHT_ENGAGEMENT',
  relationships: 'STRONG_RELATIONSHIP',
};

/** One page's pieces; every piece knows its classes by `classes`, which the layout `bare` turns off. */
class PageWriter {
  readonly #member: StandInMember;
  readonly #chosen: Chosen;
  readonly #words;

  constructor(member: StandInMember, chosen: Chosen) {
    this.#member = memberOfKind(member, chosen.kind);
    this.#chosen = chosen;
    this.#words = pageWords[chosen.language];
  }

  /** The content of `main`. */
  main(): string {
    const { layout, decoys } = this.#chosen;
    return [
      '<article>',
      this.#section('ssi-page__header', this.#ranks()),
      this.#section('ssi-page__score', `<div>${this.#own()}</div>`),
      decoys === 'before' || decoys === 'both' ? this.#decoy(62) : '',
      this.#section('ssi-page__groups', this.#groups()),
      decoys === 'after' || decoys === 'both' ? this.#decoy(47) : '',
      '</article>',
      layout === 'embedded' ? '' : '<p></p>',
    ].join('\n');
  }

  /** The answers that the shell embeds, as the Sales application did in 2021. */
  datalets(): string {
    const parts: string[] = [];
    const { memberNumber } = this.#member;
    if (memberNumber !== undefined) {
      const identity = Buffer.from(`urn:li:member:${memberNumber}`).toString('base64').replace(/=+$/, '');
      parts.push(this.#datalet(689823, '/sales-api/salesApiPrimaryIdentity', { primaryIdentity: identity }));
    }
    if (this.#chosen.layout === 'embedded') parts.push(this.#datalet(689841, '/sales-api/salesApiSsi', this.#answer()));
    return parts.join('\n');
  }

  #datalet(guid: number, request: string, body: unknown): string {
    const json = (value: unknown): string => escapeHtml(JSON.stringify(value));
    return [
      `<code style="display: none" id="bpr-guid-${guid}">\n  ${json(body)}\n</code>`,
      `<code style="display: none" id="datalet-bpr-guid-${guid}">\n  ${json({ request, status: 200, body: `bpr-guid-${guid}` })}\n</code>`,
    ].join('\n');
  }

  /** What `/sales-api/salesApiSsi` answers; see captures/api-salesApiSsi.no-seat.2026-06.json. */
  #answer(): unknown {
    const score = (average: StandInAverage): unknown => ({
      overall: exactAverage(average),
      subScores: average.scores ? this.#subScores(average.scores) : [],
    });
    const { rank, average, scores, industry } = this.#member;
    const groups = [
      { groupType: 'NETWORK', rank: rank.network, average: average.network },
      { groupType: 'INDUSTRY', rank: rank.industry, average: average.industry, industry },
      { groupType: 'TEAM', rank: rank.team },
    ];
    return {
      activeSeat: this.#member.memberNumber !== undefined,
      memberScore: { overall: Math.fround(totalOf(scores)), subScores: this.#subScores(scores) },
      groupScore: groups
        .filter((group) => group.rank !== undefined || group.average !== undefined)
        .map(({ average: of, ...group }) => ({ ...group, ...(of && { score: score(of) }) })),
    };
  }

  /** Not in the page's order: the answer is read by name. */
  #subScores(scores: Scores): unknown {
    return [...pillars].reverse().map((pillar) => ({ score: scores[pillar], pillar: jsonPillars[pillar] }));
  }

  /** ` class="…"`, or nothing in a layout that has none. In the layout `tables`, the scores' classes are hashed. */
  #class(names: string): string {
    if (this.#chosen.layout === 'bare') return '';
    if (this.#chosen.layout === 'bars') return ` class="${names}"`;
    return ` class="${names.split(' ').map(hashedClass).join(' ')}"`;
  }

  #section(name: string, content: string): string {
    return content === '' ? '' : `<section${this.#class(name)}>${content}</section>`;
  }

  #shown(score: number): string {
    return printScore(score, this.#words.numbers);
  }

  /** Hidden tables may keep a point in a comma language: in the layout `bars` they do. */
  #tabled(score: number): string {
    return this.#chosen.layout === 'bars' ? printScore(score, 'en') : this.#shown(score);
  }

  /** "20 out of 100", with the number alone in a span. */
  #outOf(number: number, max: number): string {
    return fill(this.#words.outOf, {
      '': `<span${this.#class('ssi-score__value')}>${this.#shown(number)}</span>`,
      max: this.#shown(max),
    });
  }

  #ranks(): string {
    const { rank } = this.#member;
    const count = Object.keys(rank).length;
    const rows = [
      rank.industry === undefined ? '' : this.#rank(this.#words.industryRank, this.#percent(rank.industry), count),
      rank.network === undefined ? '' : this.#rank(this.#words.networkRank, this.#percent(rank.network), count),
      rank.team === undefined ? '' : this.#rank(this.#words.teamRank, this.#rankNumber(this.#shown(rank.team)), count),
    ].join('');
    return rows === '' ? '' : `<dl${this.#class('ssi-ranks')}>${rows}</dl>`;
  }

  #rank(category: string, score: string, count: number): string {
    return (
      `<div${this.#class(`ssi-rank group-scores-count--${count}`)}>` +
      `<dt${this.#class('ssi-rank__category-name')}>${escapeHtml(category)}</dt>` +
      `<dd${this.#class('ssi-rank__category-score')}>${score}</dd></div>`
    );
  }

  #rankNumber(number: string): string {
    return `<span${this.#class('t-40')}>${number}</span>`;
  }

  /** "Top 75%" in the page's language, the number alone in a span. */
  #percent(rank: number): string {
    const parts = new Intl.NumberFormat(this.#words.numbers, { style: 'percent' }).formatToParts(rank / 100);
    const percent = parts
      .map(({ type, value }) => (type === 'integer' ? this.#rankNumber(value) : escapeHtml(value)))
      .join('');
    return fill(this.#words.top, { '': percent });
  }

  /** The member's own score. */
  #own(): string {
    const { scores } = this.#member;
    const { layout } = this.#chosen;
    const total = shownTotalOf(scores);
    const table = layout === 'embedded' ? '' : this.#table(scores, total);
    const heading =
      layout === 'bars'
        ? `<h1${this.#class('user-ssi-score__title')}>${escapeHtml(this.#words.title)}</h1>`
        : `<h2>${escapeHtml(this.#words.current)}</h2>`;
    return (
      `<section${this.#class('user-ssi-score')}>${heading}` +
      `<figure${this.#class('user-ssi-score__donut-chart')}>${donut(total)}` +
      `<figcaption${this.#class('user-ssi-score__donut-chart-caption')}>${this.#outOf(total, 100)}</figcaption>` +
      `${table}</figure>${this.#list()}` +
      `<p${this.#class('user-ssi-score__change')}>${escapeHtml(this.#change())}</p></section>`
    );
  }

  #change(): string {
    const points = Math.round(this.#chosen.changeSinceLastWeek);
    if (points === 0) return this.#words.noChange;
    return `${points > 0 ? 'Up' : 'Down'} ${Math.abs(points)} since last week`;
  }

  #list(): string {
    const { layout, shownScores } = this.#chosen;
    if (layout === 'embedded' || (layout === 'tables' && !shownScores)) return '';
    const items = pillars.map((pillar, index) => {
      const score = this.#member.scores[pillar];
      const exact = String(score);
      const bar =
        layout === 'bars'
          ? `<progress id="${barIds[pillar]}" value="${exact}" max="25">` + `${this.#outOf(score, 25)}</progress>`
          : `<div${this.#class('bar')} style="--share: ${(score / 25) * 100}%"><div></div></div>`;
      return (
        `<li${this.#class('flex flex-column')}><div><label>` +
        `<strong>${this.#shown(score)}</strong> ` +
        `<span${this.#class('user-ssi-score__sub-score-label-text')}>${escapeHtml(this.#words.pillars[index] ?? '')}</span>` +
        `</label>${bar}</div></li>`
      );
    });
    return `<ul${this.#class('list-style-none')}>${items.join('')}</ul>`;
  }

  /** The hidden accessibility table beside a donut. */
  #table(scores: Scores, shownTotal: number): string {
    const row = (label: string, value: string): string => `<tr><th>${escapeHtml(label)}</th><td>${value}</td></tr>`;
    return (
      `<table${this.#class('visually-hidden')}><tbody>` +
      `<tr><th>${escapeHtml(this.#words.category)}</th><th>${escapeHtml(this.#words.value)}</th></tr>` +
      pillars.map((pillar, index) => row(this.#words.pillars[index] ?? '', this.#tabled(scores[pillar]))).join('') +
      row(this.#words.remaining, this.#tabled(100 - shownTotal)) +
      `</tbody></table>`
    );
  }

  #groups(): string {
    if (this.#chosen.layout === 'embedded') return '';
    const { average, industry = 'Software Development' } = this.#member;
    const { industryGroup, networkGroup, industrySentence, networkSentence } = this.#words;
    return [
      average.industry ? this.#group(average.industry, industryGroup, industrySentence, industry) : '',
      average.network ? this.#group(average.network, networkGroup, networkSentence, industry) : '',
    ].join('');
  }

  #group(average: StandInAverage, heading: string, sentence: string, industry: string): string {
    const total = Math.round(exactAverage(average));
    return (
      `<section${this.#class('group-ssi-score')}><h2>${escapeHtml(heading)}</h2>` +
      `<figure>${donut(total)}<figcaption${this.#class('group-ssi-score__donut-chart')}>${this.#outOf(total, 100)}</figcaption>` +
      `${average.scores ? this.#table(average.scores, total) : ''}</figure>` +
      `<p>${fill(sentence, { '': this.#shown(total), industry: escapeHtml(industry) })}</p></section>`
    );
  }

  /** Somebody else's score in the same classes, words and shapes, and a promise with numbers in it. */
  #decoy(total: number): string {
    const scores = { brand: total / 4, people: total / 4 - 1, insights: total / 4 - 2, relationships: total / 4 + 3 };
    return (
      `<aside${this.#class('ssi-example')}><h2>SSI 90</h2>` +
      `<figure>${donut(total)}<figcaption>${this.#outOf(total, 100)}</figcaption>${this.#table(scores, total)}</figure>` +
      `<p>SSI ${this.#shown(70)}: +${this.#shown(45)}, ${this.#shown(51)}.</p>` +
      `<ul><li>1 <b>${escapeHtml(this.#words.pillars[0])}</b></li><li>2 <b>${escapeHtml(this.#words.pillars[1])}</b></li>` +
      `<li>3 <b>${escapeHtml(this.#words.pillars[2])}</b></li><li>4 <b>${escapeHtml(this.#words.pillars[3])}</b></li></ul></aside>`
    );
  }
}

/** A class name as a build with hashed names makes it: stable for a name, and of no meaning. */
function hashedClass(name: string): string {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return `_${(hash >>> 0).toString(36)}`;
}

/** Half a ring, filled for `total` of 100 points. */
function donut(total: number): string {
  const arc = 'M 14 104 A 88 88 0 1 1 186 104';
  return (
    `<svg viewBox="0 0 200 116" role="img" aria-hidden="true"><path d="${arc}" pathLength="100"></path>` +
    `<path d="${arc}" pathLength="100" stroke-dasharray="${total} 200"></path></svg>`
  );
}

/** What `main` holds once the score is painted: for tests that paint a page again. */
export function ssiMain(member: StandInMember, options: SsiPageOptions = {}): string {
  return new PageWriter(member, { ...defaults, ...options }).main();
}

/** The document LinkedIn serves under /sales/ssi for `member`. */
export function ssiPage(member: StandInMember, options: SsiPageOptions = {}): string {
  const chosen: Chosen = { ...defaults, ...options };
  const painting: Painting | undefined =
    options.painting ?? (options.paintAfter === undefined ? undefined : { after: options.paintAfter });
  const writer = new PageWriter(member, chosen);
  return documentOf({
    language: chosen.language,
    title: pageWords[chosen.language].title,
    datalets: writer.datalets(),
    main: painting ? '' : writer.main(),
    script: painting ? paintingScript(painting.frames ?? paintingSteps(member, chosen, painting.how), painting) : '',
  });
}

/** What `main` holds at each step of a painting; the last is the whole page. */
export function paintingSteps(
  member: StandInMember,
  options: SsiPageOptions = {},
  how: Painting['how'] = 'whole',
): string[] {
  const chosen: Chosen = { ...defaults, ...options };
  const whole = new PageWriter(member, chosen).main();
  if (how === 'counting') {
    const steps = 12;
    return Array.from({ length: steps + 1 }, (_, step) => {
      if (step === steps) return whole;
      const part = (score: number): number => Math.round((score * step * 1000) / steps) / 1000;
      const { brand, people, insights, relationships } = member.scores;
      const scores = {
        brand: part(brand),
        people: part(people),
        insights: part(insights),
        relationships: part(relationships),
      };
      return new PageWriter({ ...member, scores }, chosen).main();
    });
  }
  if (how === 'one-by-one') {
    // Every printed number and every bar's value appears by itself, in the order of the page.
    const numbers = [...whole.matchAll(/(?<=>)[\d\p{Nd}]+([.,٫]\p{Nd}+)?(?=<)|(?<= value=")[\d.]+(?=")/gu)];
    return numbers
      .map((_, shown) =>
        numbers
          .slice(shown)
          .reverse()
          .reduce((html, { index, 0: number }) => html.slice(0, index) + html.slice(index + number.length), whole),
      )
      .concat(whole);
  }
  return [whole];
}

/**
 * The application: paints `main` in steps, changing in place what has the same shape, as Ember does. `standIn.paint(html)` paints again later.
 */
function paintingScript(frames: readonly string[], painting: Painting): string {
  const { after, once = 'load', step = 100 } = painting;
  const asScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
  return `
const main = document.querySelector('main');
const sameShape = (a, b) =>
  a.nodeType === b.nodeType && a.nodeName === b.nodeName && a.childNodes.length === b.childNodes.length &&
  [...a.childNodes].every((child, index) => sameShape(child, b.childNodes[index]));
const change = (from, to) => {
  if (from.nodeType === Node.TEXT_NODE && from.data !== to.data) from.data = to.data;
  if (from.nodeType === Node.ELEMENT_NODE)
    for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  [...from.childNodes].forEach((child, index) => change(child, to.childNodes[index]));
};
const paint = (html) => {
  const next = document.createElement('main');
  next.innerHTML = html;
  if (sameShape(main, next)) change(main, next);
  else main.replaceChildren(...next.childNodes);
};
window.standIn = { paint };
const frames = ${asScript(frames)};
const advance = () => {
  paint(frames.shift());
  if (frames.length > 0) ${step === 0 ? 'requestAnimationFrame(advance)' : `setTimeout(advance, ${step})`};
};
const begin = () => setTimeout(advance, ${after});
${
  {
    load: "if (document.readyState === 'complete') begin(); else addEventListener('load', begin, { once: true });",
    scroll: "addEventListener('scroll', begin, { once: true });",
    visible:
      "const onShown = () => { if (document.visibilityState !== 'visible') return; document.removeEventListener('visibilitychange', onShown); begin(); };\n" +
      "document.addEventListener('visibilitychange', onShown); onShown();",
  }[once]
}
`;
}

/** Whole documents around `main`: the application's shell, some two hundred characters of text and nothing else. */
function documentOf(parts: {
  readonly language: string;
  readonly title: string;
  readonly main: string;
  readonly datalets?: string;
  readonly script?: string;
}): string {
  const direction = /^(ar|fa)/.test(parts.language) ? ' dir="rtl"' : '';
  return `<!DOCTYPE html>
<html lang="${parts.language}"${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(parts.title)}</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
</head>
<body class="ember-application boot-complete">
${parts.datalets ?? ''}
<div id="ember3" class="ember-view">
<header class="global-nav"><div><b>Sales</b><nav><a href="/sales/home">Home</a><a href="/sales/search">Search</a><a href="/sales/lists">Lists</a><a href="/sales/inbox">Messaging</a><a href="/sales/ssi">SSI</a></nav></div></header>
<main id="content-main">${parts.main}</main>
<footer><a href="/help">Help Center</a><a href="/legal/privacy">Privacy and Terms</a><a href="/legal/cookies">Cookie Policy</a><a href="/accessibility">Accessibility</a></footer>
</div>
${parts.script ? `<script>${parts.script}</script>` : ''}
</body>
</html>
`;
}

/** The shell that stays when nobody is signed in, or before anything is painted. */
export function emptyShell(): string {
  return documentOf({ language: 'en', title: 'Sales', main: '' });
}

/** Sign-in on the SSI page's own address. */
export function signIn(): string {
  return documentOf({
    language: 'en',
    title: 'Sign in',
    main: `<form action="/checkpoint/lg/login-submit" method="post"><h1>Sign in</h1><label>Email or phone <input name="session_key" type="text"></label>
<label>Password <input name="session_password" type="password"></label><button type="submit">Sign in</button></form>`,
  });
}

/** A security check between sign-in and the page (`/checkpoint/…`). */
export function checkpoint(): string {
  return documentOf({
    language: 'en',
    title: 'Security verification',
    main: `<form action="/checkpoint/challenge/verify" method="post"><h1>Let’s do a quick verification</h1>
<p>Enter the 6 digit code we sent to your email, valid for 15 minutes.</p><input name="pin" inputmode="numeric" autocomplete="one-time-code"><button type="submit">Submit</button></form>`,
  });
}

/** The choice between several Sales contracts (`/sales/contract-chooser`). */
export function contractChooser(): string {
  return documentOf({
    language: 'en',
    title: 'Choose a contract',
    main: `<h1>Select a contract</h1><p>You have 2 contracts. Choose one to continue.</p>
<ul><li><button>Example Company, 25 seats</button></li><li><button>Another Company, 100 seats</button></li></ul>`,
  });
}

/** LinkedIn's page when something broke. */
export function errorPage(): string {
  return documentOf({
    language: 'en',
    title: 'Error 500',
    main: `<h1>Something went wrong</h1><p>Error 500. Refresh the page, or try again in 15 minutes.</p><button>Retry</button>`,
  });
}

/**
 * What the page says of a member whose access to the score has ended: a heading, that there is no access, that it was discontinued. English and Portuguese
 * as two projects quoted them in September 2026; the rest is our own translation, and no word of it may matter.
 */
const accessEndedWords = {
  en: ['Your Social Selling Index', 'You don’t have access to SSI', 'Your access to SSI has been discontinued'],
  'pt-BR': ['Seu Social Selling Index', 'Você não tem acesso ao SSI', 'Seu acesso ao SSI foi descontinuado'],
  de: ['Ihr Social Selling Index', 'Sie haben keinen Zugriff auf den SSI.', 'Ihr SSI-Zugriff wurde eingestellt.'],
  es: ['Tu índice de ventas con las redes sociales', 'No tienes acceso al SSI', 'Tu acceso al SSI ha finalizado'],
  fr: ['Votre Social Selling Index', 'Vous n’avez pas accès au SSI.', 'Votre accès au SSI a pris fin.'],
  it: ['Il tuo Social Selling Index', 'Non hai accesso all’SSI', 'Il tuo accesso all’SSI è terminato'],
  nl: ['Uw Social Selling Index', 'U hebt geen toegang tot de SSI', 'Uw toegang tot de SSI is beëindigd'],
  pl: ['Twój Social Selling Index', 'Nie masz dostępu do SSI', 'Twój dostęp do SSI został zakończony'],
  tr: ['Social Selling Index’iniz', 'SSI erişiminiz yok', 'SSI’ye erişiminiz sona erdi'],
  ja: ['あなたのソーシャルセリングインデックス', 'SSIにアクセスできません', 'SSIへのアクセスは終了しました'],
  ar: ['مؤشر البيع الاجتماعي الخاص بك', 'ليس لديك حق الوصول إلى SSI', 'تم إيقاف وصولك إلى SSI'],
} as const;

export const accessEndedLanguages = Object.keys(accessEndedWords) as (keyof typeof accessEndedWords)[];

/** The page of a member whose access has ended, in the page's main part or, as nobody has shown its elements, without one. */
export function accessEnded(
  language: (typeof accessEndedLanguages)[number] = 'en',
  place: 'main' | 'body' = 'main',
): string {
  const [heading, none, ended] = accessEndedWords[language];
  const html = documentOf({ language, title: 'SSI', main: `<h1>${heading}</h1><p>${none}</p><p>${ended}</p>` });
  const counted = html.replace('<nav>', '<span>0 notifications total</span><nav>');
  return place === 'main' ? counted : counted.replace('<main id="content-main">', '<div>').replace('</main>', '</div>');
}

/** LinkedIn's shell for a browser that nobody is signed in to: some two hundred characters, and no main part. */
export function signedOutShell(): string {
  return emptyShell().replace(/<main[^]*<\/main>/, '');
}

/** An article about the index, with the same words and with numbers that even add up in its text. */
export function foreignArticle(): string {
  return documentOf({
    language: 'en',
    title: 'How I raised my Social Selling Index',
    main: `<article><h1>How I raised my Social Selling Index to 74</h1>
<p>Two years ago my SSI was 41 out of 100, which put me in the Top 35% of my industry and the Top 40% of my network.</p>
<p>Four components make your score: establish your professional brand (my 20.5), find the right people (14.2), engage with insights (17.3) and build relationships (22).</p>
<p>People in your industry have an average SSI of 31; people in your network one of 36. Sales leaders create 45% more opportunities and are 51% more likely to reach quota.</p>
<ol><li>Complete your profile: +3 points in 2 weeks.</li><li>Search for 10 people a day.</li><li>Comment on 5 posts.</li><li>Invite 20 people.</li></ol></article>`,
  });
}

const styles = `
:root { color-scheme: light; --text: #1d1f23; --quiet: #5c6068; --line: #dededa; --fill: #8a8b85; --track: #e5e6e1; }
* { box-sizing: border-box; }
body { margin: 0; background: #f3f3f0; color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
.global-nav { background: #fff; border-bottom: 1px solid var(--line); }
.global-nav > div { display: flex; align-items: center; gap: 40px; max-width: 1128px; height: 52px; margin: auto; padding: 0 16px; }
nav, footer { display: flex; gap: 24px; font-size: 14px; }
nav a, footer a { color: var(--quiet); text-decoration: none; }
main { max-width: 1128px; min-height: calc(100vh - 160px); margin: auto; padding: 24px 16px; }
footer { max-width: 1128px; margin: auto; padding: 16px; }
table { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
article > section { margin-bottom: 16px; }
article > section > div > section, dl > div, article > section > section, aside { background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 24px 28px; }
dl { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 16px; margin: 0; }
dt { color: var(--quiet); font-size: 15px; }
dd { margin: 0; font-size: 28px; font-weight: 600; line-height: 1.25; }
h1, h2 { margin: 0; font-size: 20px; line-height: 1.3; }
article > section > div > section { display: grid; grid-template-columns: 312px 1fr; gap: 20px 0; }
article > section > div > section > h1, article > section > div > section > h2 { grid-column: 1 / -1; }
article > section > div > section > p { grid-column: 1 / -1; margin: 0; padding-top: 16px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 14px; }
figure { position: relative; margin: 0; }
figure svg { display: block; width: 248px; margin: 0 auto; overflow: visible; }
figure path { fill: none; stroke: var(--track); stroke-width: 17; }
figure path + path { stroke: var(--fill); }
figcaption { margin-top: -64px; text-align: center; color: var(--quiet); }
figcaption span { display: block; color: var(--text); font-size: 56px; font-weight: 300; line-height: 1.1; }
article > section > div > section > figure { align-self: center; padding-inline-end: 28px; border-inline-end: 1px solid var(--line); }
ul { list-style: none; margin: 0; padding: 0; }
article > section > div > section > ul { padding-inline-start: 28px; }
article > section > div > section li { padding: 14px 0; border-top: 1px solid var(--line); }
article > section > div > section li:first-child { border-top: 0; }
li > div { display: grid; grid-template-columns: minmax(0, 420px); gap: 8px; padding-inline-start: 104px; position: relative; }
li strong { position: absolute; inset-inline-start: 0; top: 0; font-size: 26px; font-weight: 300; }
progress { appearance: none; width: 100%; height: 8px; border: 0; border-radius: 4px; background: var(--track); overflow: hidden; }
progress::-webkit-progress-bar { background: var(--track); }
progress::-webkit-progress-value { background: var(--fill); border-radius: 4px; }
progress::-moz-progress-bar { background: var(--fill); border-radius: 4px; }
li > div > div { height: 8px; border-radius: 4px; background: var(--track); }
li > div > div > div { width: var(--share); height: 8px; border-radius: 4px; background: var(--fill); }
section:nth-of-type(3):has(> section) { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
article > section > section > h2, aside h2 { font-size: 16px; }
article > section > section svg, aside svg { width: 180px; margin-top: 12px; }
article > section > section figcaption, aside figcaption { margin-top: -48px; font-size: 14px; }
article > section > section figcaption span, aside figcaption span { font-size: 40px; }
article > section > section p { margin: 12px 0 0; color: var(--quiet); font-size: 15px; }
aside { margin-bottom: 16px; color: var(--quiet); }
form { display: grid; gap: 12px; max-width: 320px; margin: auto; }
`;
