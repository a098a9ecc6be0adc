import { serveImporter } from './serve-importer';

// The entry of the worker that `ImporterInWorker` starts. It has nothing of the browser's own but its database.
serveImporter(globalThis);
