/**
 * A secret is there and is not what its readers need: ops have to put it right. `message` names the secret and the
 * field, never a value.
 */
export class UnusableSecret extends Error {
  override readonly name = 'UnusableSecret';
}
