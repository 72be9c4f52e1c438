import { afterAll, beforeAll, expect } from 'vitest';
import hours from '../../../config/notice-hours.json' with { type: 'json' };
import { addDays, addHours, dayOf, type Instant, instantAt } from '../../../domain/calendar/day.ts';
import type { LocalStack } from '../../../local/local-stack.ts';
import { startProvince } from '../../support/province.ts';
import { describedBy, type ValidatingProxy, validatingProxy } from '../../support/validating-proxy.ts';

/** Both read days again, which slows each day that passes. */
const SLOW = ['seal-day', 'reconcile-day'];

/** All stacks of a run come from one assembly, which describes itself in one way. */
let described: Awaited<ReturnType<typeof describedBy>> | undefined;

/**
 * The demo province, running while the tests of a file run; its days are sealed and reconciled only where the
 * file asks for it (`asleep: []`). The tests fail together where anything that went over HTTP is not as /openapi.json has it.
 */
export function demoProvince(
  now: Instant,
  { asleep = SLOW }: Parameters<typeof startProvince>[2] = {},
): () => LocalStack {
  let stack: LocalStack;
  let proxy: ValidatingProxy | undefined;
  beforeAll(async () => {
    const running = await startProvince('demo', now, { asleep });
    stack = running;
    described ??= await describedBy(running.url);
    proxy = await validatingProxy(running.url, described);
    stack = { ...running, url: proxy.url };
  });
  afterAll(async () => {
    await proxy?.stop();
    await stack?.stop();
    if (proxy) expect(proxy.violations()).toEqual([]);
  });
  return () => stack;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test names the fields that it expects.
  readonly json: any;
}

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes as JSON, text and bytes as they are. */
  readonly body?: object | string | Uint8Array<ArrayBuffer>;
}

export async function call(stack: LocalStack, method: string, path: string, options: Call = {}): Promise<Answer> {
  const { body, headers } = options;
  const isJson = typeof body === 'object' && !(body instanceof Uint8Array);
  const response = await fetch(stack.url + path, {
    method,
    headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as string | Uint8Array<ArrayBuffer>) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, text, json: type.includes('json') ? JSON.parse(text) : undefined };
}

/** Everything done, everything sent: what the province holds then. */
export async function afterAllIsDone(stack: LocalStack) {
  await stack.drain();
  return { ...(await stack.state()), outbox: [...stack.outbox()] };
}

/** Time passes until the next list of what can wait has gone out. Weekends and holidays are not thought of. */
export async function untilNextList(stack: LocalStack): Promise<void> {
  const today = dayOf(stack.now());
  const lists = [today, addDays(today, 1)].flatMap((day) => hours.lists.map((time) => instantAt(day, time)));
  await stack.advanceTo(addHours(lists.find((at) => at > stack.now())!, 1 / 60));
}

/** A notice to one address: twice the same is once too often. */
export const keyOf = ({ noticeId, transport, to }: { noticeId?: string; transport: string; to: string }): string =>
  `${noticeId}|${transport}|${to}`;
