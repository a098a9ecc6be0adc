/** The sentence for a key of `_locales`, as `message` of the platform gives it. */
export type Say = (key: string, ...substitutions: readonly (string | number)[]) => string;
