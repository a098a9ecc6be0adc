import { embeddedAnswers } from './embedded-answers';

/**
 * The member's LinkedIn number, where the Sales shell embeds it: `primaryIdentity` is base64 of `urn:li:member:<number>`, as captured in
 * 2021. Undefined for a shell that names nobody, which is normal without a Sales Navigator seat, and for one that names two.
 */
export function findMemberNumber(document: Document): string | undefined {
  const numbers = new Set<string>();
  for (const { primaryIdentity } of embeddedAnswers(document, '/sales-api/salesApiPrimaryIdentity')) {
    const number = typeof primaryIdentity === 'string' ? memberNumberOf(primaryIdentity) : undefined;
    if (number !== undefined) numbers.add(number);
  }
  const [only, ...others] = numbers;
  return others.length === 0 ? only : undefined;
}

function memberNumberOf(identity: string): string | undefined {
  try {
    return /^urn:li:member:(\d{1,20})$/.exec(atob(identity))?.[1];
  } catch {
    // Not base64: not an identity.
    return undefined;
  }
}
