/** An object without what may be undefined in it: such a property is there or is not. */
type Known<Values> = {
  -readonly [Name in keyof Values as undefined extends Values[Name] ? never : Name]: Values[Name];
} & {
  -readonly [Name in keyof Values as undefined extends Values[Name] ? Name : never]?: Exclude<Values[Name], undefined>;
};

/** What is known of `values`, in their order: those that are undefined are left out. */
export function known<Values extends object>(values: Values): Known<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<Values>;
}
