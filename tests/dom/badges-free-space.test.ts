import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boxBeside,
  freePlace,
  isWithin,
  overlap,
  type Box,
  type Painted,
  type Side,
} from '../../src/content/badges/free-space';

const bounds: Box = { left: 0, top: 0, right: 400, bottom: 400 };
const owner: Box = { left: 100, top: 100, right: 130, bottom: 120 };
const wanted: Box = { left: 100, top: 130, right: 160, bottom: 154 };

function page(changes: Partial<Painted> = {}): Painted {
  return { obstacles: [], surfaces: [], bounds, ...changes };
}

const anyBox = fc
  .record({
    left: fc.integer({ min: -50, max: 400 }),
    top: fc.integer({ min: -50, max: 400 }),
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ left, top, width, height }): Box => ({ left, top, right: left + width, bottom: top + height }));

describe('a box beside another', () => {
  test.each([
    ['bottom', { left: 90, top: 124 }],
    ['top', { left: 90, top: 86 }],
    ['right', { left: 134, top: 105 }],
    ['left', { left: 46, top: 105 }],
    ['bottom-left', { left: 100, top: 124 }],
    ['bottom-right', { left: 80, top: 124 }],
    ['top-left', { left: 100, top: 86 }],
    ['top-right', { left: 80, top: 86 }],
  ] as const)('stands at the %s', (placement, corner) => {
    const box = boxBeside(owner, { width: 50, height: 10 }, placement, 4);
    expect(box).toEqual({ ...corner, right: corner.left + 50, bottom: corner.top + 10 });
  });

  test('does not overlap it, and keeps its distance', () => {
    fc.assert(
      fc.property(
        anyBox,
        anyBox,
        fc.constantFrom('top', 'right', 'bottom', 'left', 'top-left', 'bottom-right'),
        (one, other, placement) => {
          const size = { width: other.right - other.left, height: other.bottom - other.top };
          const box = boxBeside(one, size, placement, 4);
          const apart = Math.max(
            one.left - box.right,
            box.left - one.right,
            one.top - box.bottom,
            box.top - one.bottom,
          );
          expect(apart).toBeCloseTo(4);
        },
      ),
    );
  });
});

describe('a free place', () => {
  test('is the wanted one where nothing stands', () => {
    expect(freePlace(wanted, owner, page(), 'bottom', 0)).toEqual(wanted);
  });

  test('is past what stands there, with the gap that was asked for', () => {
    const text: Box = { left: 90, top: 140, right: 200, bottom: 160 };
    expect(freePlace(wanted, owner, page({ obstacles: [text] }), 'bottom', 60, 8)).toMatchObject({
      top: 168,
      bottom: 192,
    });
  });

  test('is none where the way to it is too far, or leaves the page', () => {
    const wall: Box = { left: 0, top: 120, right: 400, bottom: 300 };
    expect(freePlace(wanted, owner, page({ obstacles: [wall] }), 'bottom', 100)).toBeUndefined();
    const rest: Box = { left: 0, top: 120, right: 400, bottom: 399 };
    expect(freePlace(wanted, owner, page({ obstacles: [rest] }), 'bottom', 1000)).toBeUndefined();
  });

  test('stays in the card of its number and out of every other', () => {
    const card: Box = { left: 50, top: 50, right: 300, bottom: 150 };
    expect(freePlace(wanted, owner, page({ surfaces: [card] }), 'bottom', 100)).toBeUndefined();
    const bar: Box = { left: 120, top: 135, right: 200, bottom: 140 };
    expect(freePlace(wanted, owner, page({ surfaces: [bar] }), 'bottom', 100)?.top).toBe(143);
  });

  test('touches nothing, leaves no card of its number, and keeps its size, whatever the page', () => {
    let found = 0;
    fc.assert(
      fc.property(
        anyBox,
        fc.array(anyBox, { maxLength: 12 }),
        fc.array(anyBox, { maxLength: 5 }),
        fc.constantFrom<Side>('top', 'right', 'bottom', 'left'),
        fc.integer({ min: 0, max: 400 }),
        (box, obstacles, surfaces, side, furthest) => {
          const place = freePlace(box, owner, page({ obstacles, surfaces }), side, furthest);
          if (!place) return;
          found += 1;
          expect(obstacles.some((other) => overlap(place, other))).toBe(false);
          for (const surface of surfaces) {
            if (isWithin(owner, surface)) expect(isWithin(place, surface)).toBe(true);
            else expect(overlap(place, surface)).toBe(false);
          }
          expect(isWithin(place, bounds)).toBe(true);
          expect([place.right - place.left, place.bottom - place.top]).toEqual([
            box.right - box.left,
            box.bottom - box.top,
          ]);
          expect(Math.abs(place.left - box.left) + Math.abs(place.top - box.top)).toBeLessThanOrEqual(furthest);
        },
      ),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
