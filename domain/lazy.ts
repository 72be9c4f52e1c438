/** Builds when it is first asked, and once: what few requests need must not be waited for by all, when a function starts. */
export function lazy<T>(build: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: build() };
    return kept.value;
  };
}
