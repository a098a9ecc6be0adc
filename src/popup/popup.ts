import { drawFirstFrame } from './first-frame';
import { holdClick } from './hold-click';

const popup = document.querySelector('#popup');
if (popup) {
  const letGo = holdClick(popup);
  const frame = await drawFirstFrame(popup);
  const { drawPopup } = await import('./draw-popup');
  await drawPopup(frame);
  letGo();
}
