import { createServer, type ListenOptions, Server } from 'node:net';

const LOOPBACK = '127.0.0.1';

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
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

const EVERYWHERE = '0.0.0.0';

/**
 * Starts what has no option for where it listens: as long as it starts, nothing of this process listens on every
 * interface, whatever it asks for.
 */
export async function onLoopback<Started>(start: () => Promise<Started>): Promise<Started> {
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, options: ListenOptions, ...more: []) {
    const isEverywhere = options.host === EVERYWHERE;
    return listen.call(this, isEverywhere ? { ...options, host: LOOPBACK } : options, ...more);
  } as typeof listen;
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
}
