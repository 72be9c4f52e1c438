import { NodeHttpHandler } from '@smithy/node-http-handler';
import { callsOf, serviceOf, tableWrites, type WireRequest } from './calls.ts';
import type { Written } from './dynamodb-calls.ts';
import { ask, type FunctionRights, type RightsNote } from './functions.ts';
import { refusedAnswer } from './refused-answer.ts';
import { s3Calls } from './s3-calls.ts';

/**
 * Holds every call that this thread makes to AWS against the rights of its function. What the role does not allow never
 * leaves; the function is answered as by AWS. `tell` hears of each refusal, and of each use once; `written` of whatever
 * a call may have changed in a table, before the function has the answer.
 */
export function guardCalls(
  rights: FunctionRights,
  tell: (note: RightsNote) => void,
  written: (what: Written) => void,
): void {
  const told = new Set<string>();
  const tellOnce = (note: RightsNote) => {
    const text = JSON.stringify(note);
    if (!told.has(text)) tell(note);
    told.add(text);
  };
  const { handle } = NodeHttpHandler.prototype;
  NodeHttpHandler.prototype.handle = async function guarded(this: NodeHttpHandler, request, options) {
    const sent = request as unknown as WireRequest;
    const refusal = (message: string) =>
      ({ response: refusedAnswer(serviceOf(sent), sent.method, message) }) as unknown as ReturnType<typeof handle>;
    for (const call of callsOf(sent, rights.account)) {
      const note = ask(rights, call);
      tellOnce(note);
      if ('refusal' in note) return refusal(note.refusal);
    }
    const answer = await handle.call(this, request, options).finally(() => {
      for (const one of tableWrites(sent, rights.account)) written(one);
    });
    if (answer.response.statusCode !== 404 || mayList(sent, rights)) return answer;
    answer.response.body.resume();
    return refusal('Access Denied');
  };
}

/** S3 tells only those who may list a bucket that an object is not there; all others are refused. */
function mayList(request: WireRequest, rights: FunctionRights): boolean {
  if (serviceOf(request) !== 's3') return true;
  const [, bucket] = request.path.split('/');
  const lists = s3Calls({ method: 'GET', path: `/${bucket}/` }, rights.account);
  return lists.every((call) => 'use' in ask(rights, call));
}
