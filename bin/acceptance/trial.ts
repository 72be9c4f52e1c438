import { randomUUID } from 'node:crypto';

/** What one acceptance run knows. */
export interface Trial {
  /** Where the sandbox is, without a slash at its end. */
  readonly url: string;
  readonly partner: string;
  /** The value of webhook-signature. */
  readonly sign: (request: { readonly id: string; readonly timestamp: string; readonly body: Buffer }) => string;
  /** Milliseconds that the sandbox is ahead of this machine: not 0 only where its time is simulated. */
  readonly aheadMs: number;
  /** Tells the numbers of this run from those of the one before. */
  readonly run: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: each check says which fields it expects.
  readonly json: any;
}

/** What a request has instead of what it should have. */
export interface Changes {
  readonly partner?: string;
  readonly path?: string;
  readonly id?: string;
  /** Seconds by which the time of signing is wrong. */
  readonly shift?: number;
  readonly mediaType?: string;
  /** What becomes of the headers after signing; undefined: the header is left out. */
  readonly headers?: (signed: Readonly<Record<string, string>>) => Readonly<Record<string, string | undefined>>;
  /** What becomes of the body after signing. */
  readonly body?: (signed: string) => string;
}

/** Signs a body as it should be, but for the changes, and sends it. An object goes as JSON, bytes as they are. */
export async function send(
  trial: Trial,
  content: object | string | Uint8Array,
  changes: Changes = {},
): Promise<Answer> {
  const { partner = trial.partner, path = '', id = `msg_${randomUUID()}`, shift = 0 } = changes;
  const isJson = typeof content === 'object' && !(content instanceof Uint8Array);
  const body = Buffer.from(isJson ? JSON.stringify(content) : content);
  const timestamp = String(Math.floor((Date.now() + trial.aheadMs) / 1000) + shift);
  const signature = trial.sign({ id, timestamp, body });
  const signed = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  const headers = Object.entries(changes.headers?.(signed) ?? signed).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const response = await fetch(`${trial.url}/v1/channels/partners/${partner}${path}`, {
    method: 'POST',
    headers: { 'content-type': changes.mediaType ?? 'application/json', ...Object.fromEntries(headers) },
    body: changes.body?.(body.toString()) ?? body,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An event of our own format. */
export const event = (type: string, data: object) => ({ type, timestamp: new Date().toISOString(), data });

export function must(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(why);
}

/** The first of what an answer says, for a line on the screen. */
export const told = ({ status, text }: Answer): string => `${status} ${text.slice(0, 160)}`;

export function mustBeTaken(answer: Answer): void {
  must(answer.status === 202 && answer.json?.receipt && answer.json.queryCode, told(answer));
}

/** A problem as docs/errors.md has it. */
export function mustBeProblem(answer: Answer, status: number, name: string): void {
  must(
    answer.status === status && answer.json?.type === `urn:huiyin:problem:${name}`,
    `${name} expected, got ${told(answer)}`,
  );
  must(answer.headers.get('content-type')?.startsWith('application/problem+json'), 'is no application/problem+json');
  must(answer.json.traceId && /\p{Script=Han}/u.test(answer.json.title), 'has no traceId or no Chinese title');
}
