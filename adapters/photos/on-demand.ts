import type { WithoutMaker } from '../../usecases/intake/kept-file.ts';

/** `withoutMaker`, loaded with the first file: most mails and messages bring none. */
export const withoutMakerOnDemand: WithoutMaker = async (...file) =>
  (await import('./without-maker.ts')).withoutMaker(...file);
