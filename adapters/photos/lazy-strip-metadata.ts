import type { StripMetadata } from '../../usecases/intake/kept-file.ts';

/** `stripMetadata`, loaded with the first file: most mails and messages bring none. */
export const lazyStripMetadata: StripMetadata = async (...file) =>
  (await import('./strip-metadata.ts')).stripMetadata(...file);
