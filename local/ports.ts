import { createServer, type Server } from 'node:net';

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server, 0, 'nothing');
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Resolves to the port once the server listens on this machine's loopback; a port that is taken is an error which says
 * for what it was wanted.
 */
export function listening(server: Server, port: number, purpose: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} (${purpose}) is in use`) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
