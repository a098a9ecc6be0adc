/** What few members use, or seldom, is loaded when they do. */
export const loadAddDayForm = () => import('./history/add-day-form');
export const loadChartFile = () => import('./history/chart-file');
export const loadComparePanel = () => import('./history/compare-panel');
export const loadHistoryTable = () => import('./history/history-table');
export const loadSharePage = () => import('./share/share-page');
