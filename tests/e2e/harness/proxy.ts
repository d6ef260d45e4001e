import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that refuses everything and remembers what was asked for: the last fence before the network. */
export interface RefusingProxy {
  readonly port: number;
  /** Hosts (with port) or addresses, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function refusingProxy(): Promise<RefusingProxy> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(`https://${(request.url ?? '').replace(/:443$/, '')}/`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
