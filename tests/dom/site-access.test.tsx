import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { askSiteAccess } from '../../src/platform/site-access';
import { SiteAccessNotice, useSiteAccess } from '../../src/scorecard/site-access-notice';
import { sayEnglish } from './say-english';

/** As the scorecard has it. */
function Notice() {
  return useSiteAccess(true) ? null : <SiteAccessNotice say={sayEnglish} />;
}

const page = 'https://www.linkedin.com/sales/ssi';

const fake = vi.hoisted(() => {
  const event = () => {
    const listeners = new Set<() => void>();
    return {
      listeners,
      addListener: (listener: () => void) => listeners.add(listener),
      removeListener: (listener: () => void) => listeners.delete(listener),
    };
  };
  return {
    allowed: true,
    request: vi.fn<(wanted: { origins: string[] }) => Promise<boolean>>(),
    onAdded: event(),
    onRemoved: event(),
  };
});

vi.mock('../../src/platform/browser', () => ({
  browser: {
    runtime: { getManifest: () => ({ content_scripts: [{ matches: ['https://www.linkedin.com/sales/ssi'] }] }) },
    permissions: {
      contains: ({ origins }: { origins: string[] }) =>
        Promise.resolve(fake.allowed && origins.every((origin) => origin === 'https://www.linkedin.com/sales/ssi')),
      request: fake.request,
      onAdded: fake.onAdded,
      onRemoved: fake.onRemoved,
    },
  },
}));

function change(allowed: boolean): void {
  fake.allowed = allowed;
  for (const listener of (allowed ? fake.onAdded : fake.onRemoved).listeners) listener();
}

afterEach(() => {
  cleanup();
  fake.allowed = true;
  fake.request.mockReset();
});

describe('the notice on the scorecard that the page may not be read', () => {
  it('comes and goes with the access, and no listener stays behind', async () => {
    const { unmount } = render(<Notice />);
    expect(screen.queryByRole('status')).toBeNull();
    change(false);
    expect((await screen.findByRole('status')).textContent).toContain(
      'SSI Scorecard isn’t allowed to read LinkedIn’s page',
    );
    change(true);
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    unmount();
    await waitFor(() => expect(fake.onAdded.listeners.size + fake.onRemoved.listeners.size).toBe(0));
  });

  it('asks in the click itself for exactly the page of the manifest', async () => {
    fake.allowed = false;
    fake.request.mockResolvedValue(false);
    render(<SiteAccessNotice say={sayEnglish} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Allow it again' }));
    expect(fake.request.mock.calls).toEqual([[{ origins: [page] }]]);
    // The member said no: the notice stays.
    expect(screen.getByRole('status')).toBeTruthy();
  });
});

describe('asking for access', () => {
  it('is a no when the browser refuses to ask, and hides no mistake of ours', async () => {
    fake.request.mockRejectedValue(new Error('Permissions are blocked by enterprise policy.'));
    expect(await askSiteAccess()).toBe(false);
    fake.request.mockRejectedValue(new TypeError('origins is not a list'));
    await expect(askSiteAccess()).rejects.toThrow('origins is not a list');
  });
});
