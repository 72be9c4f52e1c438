import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';

/** The secret is there, and says nothing of that provider: only ops can help. */
class NoKey extends Error {
  override readonly name = 'NoKey';
}

/** The part of a secret that is about one provider, each time it is asked for. */
export const providerKey =
  <Secret, Part extends keyof Secret>(secret: () => Promise<Secret>, part: Part) =>
  async (): Promise<NonNullable<Secret[Part]>> => {
    const key = (await secret())[part];
    if (key === undefined || key === null) throw new NoKey();
    return key;
  };

/** What it means for a message that there is no key: nothing was sent. */
export const withoutKey = (error: unknown): SendResult => {
  const { name } = error as Error;
  return { kind: error instanceof NoKey ? 'barred' : 'busy', reason: name };
};
