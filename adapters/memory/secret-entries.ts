import { ownProperty } from '../../domain/own-property.ts';
import type { SecretEntries } from '../../usecases/operations/secret-entries.ts';

/** A secret all of whose entries can be used. */
export const memorySecretEntries =
  <Held extends object>(held: Held) =>
  async (): Promise<SecretEntries<Held>> => ({ of: (name) => ownProperty<Held[typeof name]>(held as never, name) });
