import { expect, test } from 'vitest';
import { bandOf } from '../../src/core/meaning/bands';

test.each([
  [0, 'low'],
  [24.94, 'low'],
  [24.96, 'middle'],
  [25, 'middle'],
  [70.04, 'middle'],
  [70.1, 'high'],
  [100, 'high'],
])('a total of %d is in the band "%s"', (total, band) => expect(bandOf(total)).toBe(band));
