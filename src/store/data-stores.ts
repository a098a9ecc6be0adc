import { rowKinds } from '../core/rows/row-kinds';
import type { DataStore } from './schema';

/** The object stores that hold what must never be lost. */
export const dataStores: readonly DataStore[] = [...rowKinds, 'facts'];
