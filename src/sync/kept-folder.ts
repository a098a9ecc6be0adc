import { openDB } from 'idb';
import { fileDatabaseName } from '../store/schema';

/** What of the File System Access API TypeScript does not know. Chrome and Edge have it, Firefox has not: https://wicg.github.io/file-system-access/ */
export interface Folder extends FileSystemDirectoryHandle {
  queryPermission(how: typeof readAndWrite): Promise<PermissionState>;
  requestPermission(how: typeof readAndWrite): Promise<PermissionState>;
}
export interface Picker {
  showDirectoryPicker?(how: { readonly id: string; readonly mode: 'readwrite' }): Promise<Folder>;
}

/** The file's name, the same on every computer. */
export const copyFileName = 'ssi-scorecard.json';

/** Where the copy is kept, and when both came together last. */
export interface FileCopy {
  /** The folder's name, as the member chose it. */
  readonly folder: string;
  /** Epoch milliseconds; absent before the first time. */
  readonly at?: number;
  /** The browser wants to be asked, after a click, before anybody touches it. */
  readonly mustAsk: boolean;
}

/** What has to be allowed. */
export const readAndWrite = { mode: 'readwrite' } as const;

/** Whether this browser can keep a file for the member; elsewhere export and import do. */
export function canKeepFile(): boolean {
  return 'showDirectoryPicker' in globalThis;
}

/** The database that holds the folder. Whoever opens it closes it. */
export async function openFolders() {
  return openDB<{ copy: { key: string; value: { folder: Folder; at?: number } } }>(fileDatabaseName, 1, {
    upgrade: (database) => void database.createObjectStore('copy'),
  });
}

/** What is kept; undefined without anything, and then nothing is made. */
export async function readKept(): Promise<{ readonly folder: Folder; readonly at?: number } | undefined> {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === fileDatabaseName)) return undefined;
  const database = await openFolders();
  const kept = await database.get('copy', 'folder');
  database.close();
  return kept;
}

/** Where the copy is kept; undefined without one. */
export async function readFileCopy(): Promise<FileCopy | undefined> {
  const kept = await readKept();
  if (!kept) return undefined;
  const mustAsk = (await kept.folder.queryPermission(readAndWrite)) !== 'granted';
  return { folder: kept.folder.name, mustAsk, ...(kept.at !== undefined && { at: kept.at }) };
}
