// Node 20 has no Temporal; our browsers do (Chrome and Edge 144, Firefox 140).
import 'temporal-polyfill/global';
