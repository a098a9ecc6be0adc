import { describe, expect, test } from 'vitest';
import { namesGroup } from '../../src/content/page/group-words';

describe('the group that a text names', () => {
  test.each([
    ['Industry SSI rank', 'industry'],
    ['Top 5 % in your industry', 'industry'],
    ['Ihre Branche', 'industry'],
    ['Dans votre secteur', 'industry'],
    ['В вашей отрасли', 'industry'],
    ['業界内のランキング', 'industry'],
    ['Network SSI rank', 'network'],
    ['Posição na sua rede', 'network'],
    ['En tu red', 'network'],
    ['Nella tua rete', 'network'],
    ['Ağınızdaki sıralama', 'network'],
    ['つながりの中での順位', 'network'],
  ])('%s: %s', (text, group) => {
    expect(namesGroup(text)).toBe(group);
  });

  test.each([
    ['a word that only begins like a whole one', 'Redaktion und Rettung'],
    ['a word that only ends like one', 'Subnetwork, preindustrial'],
    ['both', 'People in the Computer Networking industry'],
    ['neither', 'Your Social Selling Index'],
    ['nothing', ''],
  ])('is unknown for %s', (_, text) => {
    expect(namesGroup(text)).toBeUndefined();
  });
});
