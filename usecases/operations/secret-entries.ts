/** A secret that holds something for each of several: partners, mail hosts, operators, robots. */
export interface SecretEntries<Held extends object> {
  /**
   * Undefined where nothing stands under that name. Throws an `UnusableSecret` where it is not what its reader needs:
   * that stops nobody but whom the entry is for.
   */
  of<Name extends keyof Held & string>(name: Name): Held[Name] | undefined;
}
