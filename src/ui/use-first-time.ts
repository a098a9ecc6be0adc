import { useEffect, useState } from 'preact/hooks';

/** Whether `key` is shown for the first time, which `isFirst` tells and remembers; false until it has answered, and without a key. */
export function useFirstTime<Key extends string | number>(
  key: Key | undefined,
  isFirst: (key: Key) => Promise<boolean>,
): boolean {
  const [first, setFirst] = useState<Key>();
  useEffect(() => {
    if (key === undefined) return;
    void isFirst(key).then((is) => {
      if (is) setFirst(() => key);
    });
  }, [key]);
  return first !== undefined && first === key;
}
