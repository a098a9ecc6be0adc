/** What few members use, or seldom, is loaded when they do. */
export const loadChartFile = () => import('./history/chart-file');
export const loadComparePanel = () => import('./history/compare-panel');
export const loadSharePage = () => import('./share/share-page');
