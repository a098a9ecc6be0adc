import { drawFirstFrame } from '../first-frame/first-frame';
import { holdClick } from '../first-frame/hold-click';

const popup = document.querySelector<HTMLElement>('#popup');
if (popup) {
  const letGo = holdClick(popup);
  const frame = await drawFirstFrame('popup', popup);
  const { drawPopup } = await import('./draw-popup');
  await drawPopup(popup, frame);
  letGo();
}
