import 'temporal-polyfill/global';
import { measureCore } from './core';
for (const r of measureCore()) console.log(r.what, r.milliseconds.toFixed(2));
