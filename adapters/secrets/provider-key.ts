import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';
import type { SecretEntries } from '../../usecases/operations/secret-entries.ts';
import { UnusableSecret } from '../../usecases/operations/unusable-secret.ts';

/** The secret is there, and says nothing of that provider: only ops can help. */
class NoKey extends Error {
  override readonly name = 'NoKey';
}

/** The part of a secret that is about one provider, each time it is asked for. */
export const providerKey =
  <Held extends object, Part extends keyof Held & string>(secret: () => Promise<SecretEntries<Held>>, part: Part) =>
  async (): Promise<NonNullable<Held[Part]>> => {
    const key = (await secret()).of(part);
    if (key === undefined || key === null) throw new NoKey();
    return key;
  };

/** What it means for a message that there is no key: nothing was sent. */
export const withoutKey = (error: unknown): SendResult => {
  const { name, message } = error as Error;
  if (error instanceof UnusableSecret) return { kind: 'busy', reason: `${name} ${message}` };
  return { kind: error instanceof NoKey ? 'barred' : 'busy', reason: name };
};
