import type { ComponentType } from 'preact';
import { expect, it } from 'vitest';
import { sameElement } from '../../src/ui/same-element';

interface CardProps {
  readonly data: object;
  readonly open?: boolean | undefined;
}

const Card: ComponentType<CardProps> = () => null;
const Other: ComponentType<CardProps> = () => null;
const data = {};

it.each([
  ['of one component with the same properties are', <Card data={data} open />, <Card data={data} open />, true],
  [
    'with the same element in them are',
    <p>
      <Card data={data} />
    </p>,
    <p>
      <Card data={data} />
    </p>,
    true,
  ],
  ['of another component are not', <Card data={data} />, <Other data={data} />, false],
  ['with another value are not, however alike', <Card data={data} />, <Card data={{}} />, false],
  ['of which one has a property more are not', <Card data={data} />, <Card data={data} open={undefined} />, false],
  ['with another key are not', <Card key="a" data={data} />, <Card key="b" data={data} />, false],
  [
    'with another element in them are not',
    <p>
      <Card data={data} />
    </p>,
    <p>
      <Card data={{}} />
    </p>,
    false,
  ],
  ['with lists in them are not, whatever they hold', <p>{[1]}</p>, <p>{[1]}</p>, false],
  ['with the same text in them are', <p>One</p>, <p>One</p>, true],
  ['with another text in them are not', <p>One</p>, <p>Two</p>, false],
] as const)('elements %s the same', (_, one, other, same) => {
  expect(sameElement(one, other)).toBe(same);
  expect(sameElement(other, one)).toBe(same);
});

it('nothing and nothing are the same, an element and nothing are not', () => {
  expect(sameElement(undefined, undefined)).toBe(true);
  expect(sameElement(<p />, undefined)).toBe(false);
});
