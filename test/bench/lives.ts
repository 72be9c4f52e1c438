import type { LocalStack } from '../../local/local-stack.ts';
import type { countingProxy } from './counting-proxy.ts';

/** All of them are the county bureau's, whose officer answers them. */
const KINDS = ['夜里排放刺鼻气味', '烟囱冒黑烟', '废气没有处理直接排放', '喷漆气味很大'];

/** What is asked of a stack on behalf of complainants and staff, and how long each answer took. */
export function asking(stack: LocalStack) {
  const milliseconds: number[] = [];

  async function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    const began = performance.now();
    const response = await fetch(stack.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    milliseconds.push(performance.now() - began);
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
    return response;
  }

  /** By the form, every second one with a telephone number only; accepted and closed by the county: no deadline passes. */
  async function live(index: number): Promise<void> {
    const form = {
      text: `临禾区${index}号化工厂${KINDS[index % KINDS.length]}，住户多次反映没有改善，请核查。`,
      division: '990102',
      contact: index % 2 === 0 ? { email: `someone${index}@mail.example` } : { phone: `139000${10_000 + index}` },
    };
    const { receipt } = (await (await post('/v1/complaints', form)).json()) as { receipt: string };
    await stack.drain();
    const { county, 'county-reviewer': reviewer } = stack.credentials.staff;
    const commands = [
      [county, { type: 'accept' }],
      [county, { type: 'propose-closing', facts: '收集罩损坏，废气外逸。', opinion: '已责令整改，复测达标。' }],
      [reviewer, { type: 'close' }],
    ] as const;
    for (const [done, [token, command]] of commands.entries()) {
      const headers = { authorization: `Bearer ${token}` };
      await post(`/v1/cases/${receipt}/commands`, { ...command, expectedVersion: done + 1 }, headers);
      await stack.drain();
    }
  }

  return { live, milliseconds };
}

interface Meters {
  readonly stack: LocalStack;
  readonly tables: Awaited<ReturnType<typeof countingProxy>>;
  /** Bytes of log since it was last asked. */
  readonly logBytes: () => number;
  /** How many requests were made so far. */
  readonly asked: () => number;
}

/** What some work costs, in the units that are paid for. */
export async function counted({ stack, tables, logBytes, asked }: Meters, work: () => Promise<unknown>) {
  const before = { work: (await stack.drain()).processed, sent: stack.outbox().length, asked: asked() };
  tables.spent();
  logBytes();
  await work();
  const { processed } = await stack.drain();
  const sent = stack.outbox().slice(before.sent);
  const by = (...transports: string[]) => sent.filter(({ transport }) => transports.includes(transport)).length;
  const { read, write } = tables.spent();
  return {
    ...{ tableReads: read, tableWrites: write, requests: asked() - before.asked, work: processed - before.work },
    ...{ letters: by('email'), textMessages: by('sms'), logBytes: logBytes() },
  };
}
