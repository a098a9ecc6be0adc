/** The member's own SSI page. */
export const ssiPageAddress = 'https://www.linkedin.com/sales/ssi';

/** Whether `address` is the SSI page: also with a query, a fragment or a trailing slash. */
export function isSsiPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname } = new URL(address);
  return origin === 'https://www.linkedin.com' && isSsiPath(pathname);
}

/** Whether a path of LinkedIn's is the SSI page's. */
export function isSsiPath(pathname: string): boolean {
  return pathname === '/sales/ssi' || pathname === '/sales/ssi/';
}
