import type { Send } from '../usecases/notices/delivery.ts';

/** A way out whose code is loaded with the first message that goes by it: no start waits for a library it may not need. */
export function whenAsked(load: () => Promise<Send>): Send {
  let loaded: Promise<Send> | undefined;
  return async (...letter) => {
    loaded ??= load();
    return await (await loaded)(...letter);
  };
}
