import { isValidElement, type ComponentChildren } from 'preact';

/** Whether both are one element with the very same properties, and in it one element, or the same: drawn again, nothing of it would be another. */
export function sameElement(one: ComponentChildren, other: ComponentChildren): boolean {
  if (one === other) return true;
  if (!isValidElement(one) || !isValidElement(other) || one.type !== other.type || one.key !== other.key) return false;
  const { children: inside, ...properties } = one.props;
  const { children: insideOther, ...others } = other.props as Record<string, unknown> & typeof other.props;
  const names = Object.keys(properties);
  return (
    names.length === Object.keys(others).length &&
    names.every((name) => name in others && Reflect.get(properties, name) === others[name]) &&
    sameElement(inside, insideOther)
  );
}
