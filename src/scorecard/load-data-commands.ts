/** What writes, deletes and exports, loaded when it is asked for. */
export const loadDataCommands = () => import('./data/data-commands');
