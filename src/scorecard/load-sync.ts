/** What carries the history between computers, loaded when it is needed: most members never switch it on. */
export const loadSync = () => import('../sync/sync');

/** What keeps a copy in a folder, in the same way. */
export const loadFileCopy = () => import('../sync/file-copy');
