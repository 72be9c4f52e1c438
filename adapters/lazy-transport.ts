import type { Send } from '../usecases/notices/delivery/delivery.ts';

/**
 * A way out whose code is loaded with the first message that goes by it: no start waits for a library it may not need.
 * Where that fails, the messages wait (`busy`), and the next one loads it anew.
 */
export function lazyTransport(load: () => Promise<Send>): Send {
  let loaded: Promise<Send> | undefined;
  return async (...letter) => {
    loaded ??= load().catch((error: Error): Send => {
      loaded = undefined;
      return async () => ({ kind: 'busy', reason: `not loaded: ${error.name}` });
    });
    return await (await loaded)(...letter);
  };
}
