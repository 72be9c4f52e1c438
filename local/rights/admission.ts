import { Refusal } from '../refusal.ts';
import type { RightsBook } from './book.ts';
import { ask, type FunctionRights } from './functions.ts';
import { type S3Request, s3Calls } from './s3-calls.ts';

/** Refuses what the function that signed may not do itself: a signature gives no more than its signer has. */
export type Admission = (signer: string, request: S3Request) => void;

/** Lets signed requests do what the role of the function that signed them allows. */
export function admission(granted: readonly FunctionRights[], book: RightsBook): Admission {
  return (signer, request) => {
    const rights = granted.find(({ functionName }) => functionName === signer);
    if (!rights) throw new Refusal(403, 'InvalidToken');
    const note = book.noteFor(rights);
    for (const call of s3Calls(request, rights.account)) {
      const answer = ask(rights, call);
      note(answer);
      if ('refusal' in answer) throw new Refusal(403, 'AccessDenied');
    }
  };
}
