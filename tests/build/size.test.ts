import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { measureSizes, type Sizes } from '../../bench/measure-sizes';
import { builtOnce, repository } from './built-extensions';

const budgets = JSON.parse(readFileSync(join(repository, 'bench/size-budgets.json'), 'utf8')) as Sizes;
let sizes: Sizes = {};

beforeAll(async () => {
  sizes = await measureSizes(builtOnce);
});

test('everything that is loaded or shipped has a budget, and every budget is of something', () => {
  expect(Object.keys(sizes).sort()).toEqual(Object.keys(budgets).sort());
});

// After a growth that is worth it: npm run bench -- --set-size-budgets
describe('no larger than 10 % over what it was when its budget was set', () => {
  test.each(Object.entries(budgets))('%s: at most %i bytes', (name, budget) => {
    expect(sizes[name]).toBeLessThanOrEqual(budget);
  });
});
