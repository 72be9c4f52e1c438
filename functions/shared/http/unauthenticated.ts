import { count } from '../count.ts';
import { Refusal } from './problem.ts';

/** A refusal of somebody who may not be who they say, counted. */
export function unauthenticated(problem: 'signature-invalid' | 'seal-invalid' | 'plain-mode-refused'): Refusal {
  count('SignatureRefused');
  return new Refusal(problem);
}
