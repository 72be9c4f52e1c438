import { isPressing } from '../../domain/notices/importance.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { FunctionFailed } from './function-failed.ts';
import { deadLettersOf, isDeadLetters } from './queues.ts';
import type { DeadLetter, HandedOver } from './redrive.ts';

/** The key of an item, as streams and tables write it. */
type Keys = Readonly<Record<string, { readonly S?: string } | undefined>>;

export interface HandOverDeps {
  /** Puts the body on that queue of the province, and gives the id of the message. */
  readonly send: (queue: string, body: string) => Promise<string>;
  /** Throws where the function fails. */
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  /** An item of the case table as its stream would bring it; undefined where there is none. */
  readonly imageOf: (keys: Keys) => Promise<object | undefined>;
  /** Whether the vault still has that complaint. */
  readonly isKept: (receipt: string) => Promise<boolean>;
}

/**
 * Brings a dead letter to whoever could do nothing with it: back to its queue, or, for what came from a stream, to the
 * function. Every consumer recognises what it has done already. A letter that names nothing stays.
 */
export async function redeliverDeadLetter(queue: string, letter: DeadLetter, deps: HandOverDeps): Promise<HandedOver> {
  const again = FROM_STREAMS[queue];
  if (again) {
    const keys = keysIn(letter.body);
    return keys ? await again(keys, deps) : kept('names a place in a stream, not what lay there');
  }
  const to = queueFor(queue, letter);
  return { kind: 'sent', to, messageId: await deps.send(to, letter.body) };
}

/** Events of one case in their order, everything else by the time it came. */
export function orderOf({ body, sentAt }: DeadLetter): string {
  const { pk, sk } = keysIn(body) ?? {};
  return sk?.S === undefined ? sentAt : `${pk?.S} ${sk.S}`;
}

const FROM_STREAMS: Readonly<Record<string, (keys: Keys, deps: HandOverDeps) => Promise<HandedOver>>> = {
  [deadLettersOf('queue-complaints')]: async ({ receipt }, { send }) => {
    const body = JSON.stringify({ receipt: receipt?.S });
    return { kind: 'sent', to: 'register', messageId: await send('register', body) };
  },
  [deadLettersOf('relay-events')]: async (Keys, deps) => {
    const NewImage = await deps.imageOf(Keys);
    return NewImage
      ? await byStream('relay-events', 'INSERT', { Keys, NewImage }, deps)
      : kept('there is no such event');
  },
  [deadLettersOf('link-senders')]: async (Keys, deps) => {
    const isKept = await deps.isKept(Keys.receipt?.S ?? '');
    return await byStream('link-senders', isKept ? 'INSERT' : 'REMOVE', { Keys }, deps);
  },
};

/** Has a reader of a stream do one record, which it says has failed or not. */
async function byStream(by: string, eventName: string, record: object, { invoke }: HandOverDeps): Promise<HandedOver> {
  const Records = [{ eventName, dynamodb: { SequenceNumber: '1', ...record } }];
  try {
    const answer = (await invoke(by, { Records })) as { readonly batchItemFailures?: readonly unknown[] } | null;
    if ((answer?.batchItemFailures ?? []).length === 0) return { kind: 'done', by };
    return kept('it failed again: see the log of the function');
  } catch (error) {
    // One that ends its function is no end of the others.
    if (error instanceof FunctionFailed) return kept(error.message);
    throw error;
  }
}

const kept = (why: string): HandedOver => ({ kind: 'kept', why });

/** Urgent notices have their dead letters among the others'. */
function queueFor(queue: string, { body, from = '' }: DeadLetter): string {
  const own = queue.slice(0, -deadLettersOf('').length);
  if (own !== 'notices') return own;
  return from.endsWith('-urgent-notices') || isPressingIn(body) ? 'urgent-notices' : 'notices';
}

function isPressingIn(body: string): boolean {
  const notice = jsonIn(body) as Partial<Notice> | undefined;
  return notice?.sms !== undefined && isPressing({ kind: notice.kind, sms: notice.sms });
}

function keysIn(body: string): Keys | undefined {
  return (jsonIn(body) as { readonly keys?: Keys } | undefined)?.keys;
}

/** What a letter is about: a receipt, a notice, an event, a file. No address, and no word of anybody. */
export function aboutOf({ body }: Pick<DeadLetter, 'body'>): string {
  const said = (jsonIn(body) ?? {}) as Readonly<Record<string, unknown>>;
  const { receipt, pk, sk } = keysIn(body) ?? {};
  const named = [
    said.receipt,
    said.noticeId,
    said.id,
    said.upload,
    receipt?.S,
    pk?.S && `${pk.S} ${sk?.S}`,
    ...filesIn(said),
  ];
  return named.filter((one) => typeof one === 'string').join(' ') || '—';
}

function filesIn({ Records }: Readonly<Record<string, unknown>>): readonly unknown[] {
  const records = Array.isArray(Records) ? (Records as { s3?: { object?: { key?: string } } }[]) : [];
  return records.map(({ s3 }) => s3?.object?.key);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Why that is no dead-letter queue; undefined where it is one. */
export const whyNoDeadLetters = (queue: string, known: readonly string[]): string | undefined =>
  isDeadLetters(queue) && known.includes(queue) ? undefined : `${queue} is none of ${known.join(', ')}`;
