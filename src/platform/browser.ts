/** The one door to the browser's API: promises in every browser. */
import browser from 'webextension-polyfill';

export { browser };
