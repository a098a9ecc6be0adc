import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** A running proxy on this machine. */
export interface ConnectProxy {
  readonly port: number;
  /** Every name that was asked for, `host:port`, oldest first. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/**
 * A proxy that pipes www.linkedin.com:443 to the stand-in's port and refuses everything else: how Firefox, which has no rules for
 * names, finds the stand-in under its real address and finds nothing else.
 */
export async function startConnectProxy(linkedinPort: number): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.statusCode = 502;
    response.end();
  });
  server.on('connect', (request, client, head) => {
    asked.push(request.url ?? '');
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    client.on('error', () => client.destroy());
    if (request.url !== 'www.linkedin.com:443') {
      client.end('HTTP/1.1 502 Not here\r\n\r\n');
      return;
    }
    const upstream = connect(linkedinPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
