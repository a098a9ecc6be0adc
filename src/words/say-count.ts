import { formatWhole } from './format-number';
import type { Surroundings } from './surroundings';

const rules = new Map<string, Intl.PluralRules>();

/**
 * The sentence for `count` things in the language's own plural: the key with `_one`, `_few`, `_many` … after it, as `Intl.PluralRules`
 * says, or with `_other` where the language's file has none. The first placeholder is the count, `further` follow.
 */
export function sayCount(
  { say, language }: Pick<Surroundings, 'say' | 'language'>,
  key: string,
  count: number,
  ...further: readonly (string | number)[]
): string {
  let rule = rules.get(language);
  if (!rule) {
    rule = new Intl.PluralRules(language);
    rules.set(language, rule);
  }
  const own = `${key}_${rule.select(count)}`;
  const words = say(own, formatWhole(count, language), ...further);
  // A missing sentence comes back as its key.
  return words === own ? say(`${key}_other`, formatWhole(count, language), ...further) : words;
}
