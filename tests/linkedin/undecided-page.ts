import { pillars, totalOf, type Pillar, type Scores } from '../../src/core/score/pillar';

/** A card of the page: four labelled numbers under a heading, whoever's. */
export interface UndecidedCard {
  readonly heading: string;
  readonly scores: Scores;
}

const labels: Readonly<Record<Pillar, string>> = {
  brand: 'Establish your professional brand',
  people: 'Find the right people',
  insights: 'Engage with insights',
  relationships: 'Build relationships',
};

/**
 * An SSI page as LinkedIn might draw it one day: cards that look alike, and nothing that says which is the member's. Made up; the labels are
 * LinkedIn's.
 */
export function undecidedPage(cards: readonly UndecidedCard[]): string {
  const card = ({ heading, scores }: UndecidedCard) => `<section class="card">
      <h2>${heading}</h2>
      <p><strong>${Math.round(totalOf(scores))}</strong> out of 100</p>
      <ul>${pillars.map((pillar) => `<li><span>${labels[pillar]}</span> <b>${scores[pillar].toFixed(2)}</b></li>`).join('')}</ul>
    </section>`;
  return `<!doctype html><html lang="en"><head><title>Social Selling Index</title></head><body><main>
    <h1>Your Social Selling Index</h1>${cards.map(card).join('')}</main></body></html>`;
}
