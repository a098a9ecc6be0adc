import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Settings } from '../core/settings';

type Theme = Settings['theme'];

/** Light, dark, or as the system has it. */
export function useTheme(theme: Theme): void {
  // Before the paint, or the other theme would flash.
  useLayoutEffect(() => apply(theme), [theme]);
}

/** As `useTheme`; and on paper always light. */
export function usePrintableTheme(theme: Theme): void {
  useTheme(theme);
  useEffect(() => {
    const light = () => apply('light');
    const back = () => apply(theme);
    addEventListener('beforeprint', light);
    addEventListener('afterprint', back);
    return () => {
      removeEventListener('beforeprint', light);
      removeEventListener('afterprint', back);
    };
  }, [theme]);
}

function apply(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  // Set once more, the same would be laid out and painted again.
  else if (dataset['theme'] !== theme) dataset['theme'] = theme;
}
