import { describe, expect, it } from 'vitest';
import { svgFile } from '../../src/scorecard/picture';

const shape = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);

/** A drawing of 100 × 50 in the page, with a text for each of `words`. */
function drawing(words: readonly string[]): SVGSVGElement {
  const svg = shape('svg') as SVGSVGElement;
  svg.setAttribute('viewBox', '0 0 100 50');
  for (const text of words) svg.appendChild(shape('text')).textContent = text;
  svg.appendChild(shape('circle')).setAttribute('class', 'fill-total');
  document.body.replaceChildren(svg);
  Object.defineProperty(svg, 'viewBox', { value: { baseVal: { x: 0, y: 0, width: 100, height: 50 } } });
  return svg;
}

async function saved(asked: Parameters<typeof svgFile>[1], words: readonly string[] = []) {
  const text = await svgFile(drawing(words), asked).text();
  return new DOMParser().parseFromString(text, 'image/svg+xml');
}

describe('a saved picture', () => {
  const words = {
    title: 'My scorecard',
    lines: ['In four weeks: 61 to 68.', '28 November 2026 · SSI Scorecard'],
    instead: { Today: '28 Nov 2026' },
  };

  it('says whose it is, of which day, and by what, around the drawing and not over it', async () => {
    const picture = await saved({ background: '#fff', margin: 20, words }, ['Today', 'Today’s note']);
    const texts = [...picture.querySelectorAll('text')];
    expect(texts.map((text) => text.textContent)).toEqual(['28 Nov 2026', 'Today’s note', words.title, ...words.lines]);
    const [left = 0, top = 0, width = 0, height = 0] = picture.documentElement
      .getAttribute('viewBox')!
      .split(' ')
      .map(Number);
    expect([left, width]).toEqual([-20, 140]);
    for (const text of texts.slice(2)) {
      const y = Number(text.getAttribute('y'));
      expect(y < 0 || y > 50).toBe(true);
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(top + height);
    }
  });

  it('of a drawing that says everything itself is the drawing in its margin', async () => {
    const picture = await saved({ background: '#fff', margin: 0 });
    expect(picture.documentElement.getAttribute('viewBox')).toBe('0 0 100 50');
    expect(picture.querySelector('text')).toBeNull();
    expect(picture.querySelector('circle')!.hasAttribute('class')).toBe(false);
  });
});
