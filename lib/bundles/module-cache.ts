import { keptFolder } from './build-cache.ts';
import { buildModules } from './modules.ts';

/** All files that functions are made of. What the packages hold is told by the lock file. */
export const MADE_OF = [
  '{adapters,domain,functions,usecases}/**/*.ts',
  'lib/bundles/modules.ts',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * The folder in which each function lies as one module. A build takes twenty seconds of a processor and is the same for
 * every province.
 */
export const keptModules = (): string => keptFolder('modules', MADE_OF, buildModules);
