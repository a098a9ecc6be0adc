import { createHash, X509Certificate } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** What the server sends for one request. */
interface LinkedInResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What to answer a request with these headers (names in small letters): a page's HTML, sent with status 200, or a whole response. */
export type Respond = (url: URL, headers: IncomingHttpHeaders) => string | LinkedInResponse;

/** A running stand-in for www.linkedin.com on this machine. */
export interface LinkedInServer {
  readonly port: number;
  /** Base64 SHA-256 of the certificate's public key, for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** Path and query of every request seen, oldest first. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Arguments that make a Chromium find `server` under https://www.linkedin.com, and nothing else anywhere. */
export function chromiumArguments(server: Pick<LinkedInServer, 'port' | 'spki'>): string[] {
  return [
    `--host-resolver-rules=MAP www.linkedin.com:443 127.0.0.1:${server.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${server.spki}`,
  ];
}

/**
 * The page's own content security policy, as strict as LinkedIn's: only its own scripts run (here named by hash), nothing is framed,
 * nothing is fetched from elsewhere.
 */
function contentSecurityPolicy(body: string): string {
  const hashes = [...body.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${hashes.length > 0 ? hashes.join(' ') : "'none'"}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Starts an HTTPS server on a free port of 127.0.0.1 that is www.linkedin.com to a browser started with `chromiumArguments`.
 * The key and its certificate are made in memory, live a day and touch no disk. A throwing `respond` answers 500. Rejects when no port is to be had.
 */
export async function startLinkedInServer({ respond }: { readonly respond: Respond }): Promise<LinkedInServer> {
  const certificate = await generate([{ name: 'commonName', value: 'www.linkedin.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'www.linkedin.com' }] }],
  });
  const spki = createHash('sha256')
    .update(new X509Certificate(certificate.cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  const requests: string[] = [];
  const server: Server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://www.linkedin.com');
    requests.push(url.pathname + url.search);
    let answer: LinkedInResponse;
    try {
      const responded = respond(url, request.headers);
      answer = typeof responded === 'string' ? { status: 200, body: responded } : responded;
    } catch (error) {
      answer = { status: 500, headers: { 'content-type': 'text/plain' }, body: String(error) };
    }
    const body = answer.body ?? '';
    response.writeHead(answer.status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(body),
      'x-content-type-options': 'nosniff',
      ...answer.headers,
    });
    response.end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    spki,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
