/** An object without what may be undefined in it: such a property is there or is not. */
type WithoutUndefined<Values> = {
  -readonly [Name in keyof Values as undefined extends Values[Name] ? never : Name]: Values[Name];
} & {
  -readonly [Name in keyof Values as undefined extends Values[Name] ? Name : never]?: Exclude<Values[Name], undefined>;
};

/** `values` in their order, without those that are undefined. */
export function withoutUndefined<Values extends object>(values: Values): WithoutUndefined<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as WithoutUndefined<Values>;
}
