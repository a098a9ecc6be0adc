import { drawFirstFrame } from '../first-frame/first-frame';
import { holdClick } from '../first-frame/hold-click';

const root = document.querySelector<HTMLElement>('#scorecard');
if (root) {
  const letGo = holdClick(root);
  // What is kept is what stands in the window where the address leads to nothing further down. The chart is as wide as the window allows.
  const beginsAtTop = location.hash === '' || location.hash === '#overview';
  const frame = beginsAtTop ? await drawFirstFrame('scorecard', root, String(innerWidth)) : undefined;
  const { drawScorecard } = await import('./draw-scorecard');
  await drawScorecard(frame);
  letGo();
}
