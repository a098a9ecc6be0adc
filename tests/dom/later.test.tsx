import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Later } from '../../src/scorecard/later';
import { Boundary } from '../../src/ui/boundary';
import { sayEnglish } from './say-english';

vi.mock('../../src/platform/browser', () => ({ browser: {} }));

afterEach(cleanup);

const cards = ['one', 'two', 'three'];
const page = (suffix = '', names = cards) => (
  <main>
    <p>first</p>
    {names.map((name) => (
      <Later key={name}>
        <p>{name + suffix}</p>
      </Later>
    ))}
  </main>
);
const texts = () => [...document.querySelectorAll('p')].map(({ textContent }) => textContent);

const there = (...expected: readonly string[]) => waitFor(() => expect(texts()).toEqual(expected));

it('what is seen first comes alone, all the rest once that is painted, in the order of the page', async () => {
  render(page());
  expect(texts()).toEqual(['first']);
  expect(document.querySelectorAll('.coming[hidden]')).toHaveLength(3);
  // What comes is seen to come in the order of the page.
  const seen = new Set<string>();
  new MutationObserver(() => seen.add(texts().join(' '))).observe(document, { subtree: true, childList: true });
  await there('first', 'one', 'two', 'three');
  expect(['first one', 'first one two', 'first one two three'].slice(-seen.size)).toEqual([...seen]);
  expect(document.querySelector('.coming')).toBeNull();
});

it('what has changed takes its turn, too, and stands as it was until then', async () => {
  const { rerender } = render(page());
  await there('first', 'one', 'two', 'three');
  rerender(page(' more'));
  expect(texts()).toEqual(['first', 'one', 'two', 'three']);
  await there('first', 'one more', 'two more', 'three more');
});

it('what would be drawn from the very same is passed over, and comes once it is another', async () => {
  const drawn: number[] = [];
  const Card = ({ of }: { readonly of: { readonly value: number } }) => {
    drawn.push(of.value);
    return <p>{of.value}</p>;
  };
  const pageOf = (of: { readonly value: number }) => (
    <Later>
      <Boundary say={sayEnglish}>
        <Card of={of} />
      </Boundary>
    </Later>
  );
  const same = { value: 1 };
  const { rerender } = render(pageOf(same));
  await there('1');
  rerender(pageOf(same));
  rerender(pageOf({ value: 2 }));
  await there('2');
  expect(drawn).toEqual([1, 2]);
});

it('nothing is missing on paper, however early it is printed', () => {
  render(page());
  dispatchEvent(new Event('beforeprint'));
  expect(texts()).toEqual(['first', 'one', 'two', 'three']);
});

it('what is gone before its turn does not come', async () => {
  const { rerender } = render(page());
  rerender(page('', ['two']));
  await there('first', 'two');
});
