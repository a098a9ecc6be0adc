// Whether a page says that access has ended is told by its shape: no word of any language may matter.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/content/page/read-page';
import { completeMember } from '../linkedin/reading-cases';
import { longRuns } from '../long-runs';
import { emptyShell, signedOutShell, ssiMain } from '../linkedin/ssi-page';

const stateOf = (html: string) =>
  readPage(new DOMParser().parseFromString(html, 'text/html'), { pathname: '/sales/ssi' }).state;

/** Letters of scripts that put spaces between words, and of some that put none. */
const spaced = ['abcdefghijklmnopqrstuvwxyzäöüßéèñçğışøåæ', 'абвгдежзийклмнопрстуфхцчшщыэюя', 'αβγδεζηθικλμνξοπρστυφχψω', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 'अआइईउऊकखगघचछजझटठडढतथदधनपफबभमयरलवशषसह', '가나다라마바사아자차카타파하거너더러머버서어'] as const; // oxfmt-ignore
const unspaced = [
  'のにをはがでとも接続終了期限利用権限見込',
  '您的访问权限已经结束不再可用人脉',
  'กขคงจชซดตถทนบปผพฟมยรลวสหอ',
] as const;

const wordsOf = (letters: string, count: { min: number; max: number }) =>
  fc
    .array(fc.array(fc.constantFrom(...Array.from(letters)), { minLength: 3, maxLength: 9 }), {
      minLength: count.min,
      maxLength: count.max,
    })
    .map((words) => words.map((word) => word.join('')));

/** A sentence of words that nobody has ever read, with the one that LinkedIn does not translate somewhere in it. */
const sentence = fc.oneof(
  fc
    .constantFrom(...spaced)
    .chain((letters) => fc.tuple(wordsOf(letters, { min: 3, max: 9 }), fc.nat(9)))
    .map(([words, at]) => words.toSpliced(at, 0, 'SSI').join(' ')),
  fc
    .constantFrom(...unspaced)
    .chain((letters) => fc.tuple(wordsOf(letters, { min: 2, max: 5 }), fc.nat(5)))
    .map(([words, at]) => words.toSpliced(at, 0, 'SSI').join('')),
);
const other = fc.constantFrom(...spaced, ...unspaced).chain((letters) => wordsOf(letters, { min: 1, max: 8 })).map((words) => words.join(' ')); // oxfmt-ignore

/** The page's elements, which nobody has shown, around a heading and sentences. */
const shapes = [
  ([heading = '', ...said]: readonly string[]) => `<h1>${heading}</h1>${said.map((text) => `<p>${text}</p>`).join('')}`,
  ([heading = '', ...said]: readonly string[]) => `<section><div>${heading}</div><div>${said.join('<br>')}</div></section>`,
  ([heading = '', ...said]: readonly string[]) =>
    `<svg aria-hidden="true"><path d="M0 0"></path></svg><h2><span>${heading}</span></h2>${said.map((text) => `<div><span>${text}</span></div>`).join('')}<a href="/help">?</a>`,
] as const; // oxfmt-ignore

const notice = fc.record({
  heading: other,
  said: fc.tuple(other, sentence).chain(([one, two]) => fc.shuffledSubarray([one, two], { minLength: 2 })),
  shape: fc.constantFrom(...shapes),
  hasMain: fc.boolean(),
  counts: fc.constantFrom('<span>0 notifications total</span>', '<div>0 notifications total</div>', ''),
});

const runs = { numRuns: longRuns(20, 2000) };

describe('a page that says in any words that there is no access', () => {
  test('is told as access that has ended, in its main part or without one, never as a score or as signed out', () => {
    fc.assert(
      fc.property(notice, ({ heading, said, shape, hasMain, counts }) => {
        const content = shape([heading, ...said]);
        const page = emptyShell()
          .replace('<nav>', `${counts}<nav>`)
          .replace(/<main[^]*<\/main>/, () => (hasMain ? `<main>${content}</main>` : `<div>${content}</div>`));
        expect(stateOf(page)).toBe('access-ended');
        expect(stateOf(page.replace('</header>', `</header>${counts}`))).toBe('access-ended');
      }),
      runs,
    );
  });

  test('is not told so of the same words with a form, beside a score, or with a percentage', () => {
    fc.assert(
      fc.property(notice, ({ heading, said, shape }) => {
        const content = shape([heading, ...said]);
        const page = (main: string) => emptyShell().replace(/<main[^]*<\/main>/, () => `<main>${main}</main>`);
        expect(stateOf(page(`${content}<form action="/uas/login"><input type="password"></form>`))).toBe('signed-out');
        expect(stateOf(page(content + ssiMain(completeMember())))).toBe('reading');
        expect(stateOf(page(`${content}<p>12%</p>`))).toBe('not-recognised');
      }),
      runs,
    );
  });
});

test('a shell of some two hundred letters, whatever they are, is one that waits for somebody to sign in', () => {
  fc.assert(
    fc.property(fc.array(other, { minLength: 3, maxLength: 8 }), fc.boolean(), (labels, hasMain) => {
      const links = [...labels.map((label) => label.slice(0, 24)), 'SSI'].map((label) => `<a href="/x">${label}</a>`);
      const shell = (hasMain ? emptyShell() : signedOutShell()).replace(/<nav>[^]*?<\/nav>/, () => `<nav>${links.join('')}</nav>`);
      expect(stateOf(shell)).toBe('not-yet');
    }),
    runs,
  ); // oxfmt-ignore
});
