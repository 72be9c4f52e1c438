import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryConversations } from '../../../adapters/memory/conversations.ts';
import type { Sender } from '../../../domain/conversation/conversation.ts';
import { answerMessage, type HoldConversationDeps } from '../../../usecases/intake/hold-conversation.ts';
import { submitDrafts } from '../../../usecases/intake/submit-drafts.ts';
import { at, conversing, SENDER, said } from '../../support/conversing.ts';

class Killed extends Error {}

/** The same world, whose function dies just before, or just after, its n-th call to the outside. */
function dying<World extends ReturnType<typeof conversing>>(deps: World, n: number, after: boolean): World {
  let calls = 0;
  const mortal =
    <Input extends unknown[], Output>(work: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      calls += 1;
      if (calls === n && !after) throw new Killed();
      const output = await work(...input);
      if (calls === n) throw new Killed();
      return output;
    };
  return {
    ...deps,
    vault: { ...deps.vault, putIfAbsent: mortal(deps.vault.putIfAbsent) },
    conversations: {
      ...deps.conversations,
      load: mortal(deps.conversations.load),
      save: mortal(deps.conversations.save),
    },
  };
}

const survives = (work: Promise<unknown>) => work.catch((error) => expect(error).toBeInstanceOf(Killed));
const textsIn = ({ vault }: ReturnType<typeof conversing>) => vault.all().map(({ text }) => text);

describe('a function that dies', () => {
  const steps = Array.from({ length: 16 }, (_, index) => [Math.floor(index / 2) + 1, index % 2 === 1] as const);

  it.each(steps)(
    'at its call %i, done: %s, has lost nothing and doubled nothing once WeChat has asked again',
    async (n, after) => {
      const deps = conversing();
      await answerMessage(SENDER, said('1', '夜里冒黑烟'), at(0), deps);
      await survives(answerMessage(SENDER, said('2', '河水也黑'), at(1), dying(deps, n, after)));
      await answerMessage(SENDER, said('2', '河水也黑'), at(6), deps);
      await survives(answerMessage(SENDER, said('3', '完成'), at(7), dying(deps, n, after)));
      const { state, reply } = await answerMessage(SENDER, said('3', '完成'), at(12), deps);

      expect(textsIn(deps)).toEqual(['夜里冒黑烟\n河水也黑']);
      expect(state.submitted).toMatchObject([{ receipt: deps.vault.all()[0]?.receipt, id: '1' }]);
      expect(reply.tells).toEqual(['1']);
    },
  );

  it.each(steps)(
    'at its call %i, done: %s, and is never asked again, is made up for by the schedule',
    async (n, after) => {
      const deps = conversing();
      await answerMessage(SENDER, said('1', '夜里冒黑烟'), at(0), deps);
      await survives(answerMessage(SENDER, said('2', '完成'), at(1), dying(deps, n, after)));
      await submitDrafts(at(400), { ...dying(deps, n, after), onFailure: () => {} }).catch(() => {});
      await submitDrafts(at(460), deps);
      expect(textsIn(deps)).toEqual(['夜里冒黑烟']);
      expect(deps.conversations.all()).toMatchObject([{ closed: [], submitted: [{ told: expect.any(Boolean) }] }]);
      expect(deps.conversations.all()[0]?.draft).toBeUndefined();
    },
  );
});

describe('messages that were submitted before as something else', () => {
  it('are kept all the same, and counted', async () => {
    const deps = conversing();
    await answerMessage(SENDER, said('1', '夜里冒黑烟'), at(0), deps);
    await answerMessage(SENDER, said('2', '完成'), at(1), deps);
    const forgetful = { ...deps, conversations: memoryConversations() };
    await answerMessage(SENDER, said('1', '改了内容'), at(10), forgetful);
    const { state } = await answerMessage(SENDER, said('3', '完成'), at(11), forgetful);
    expect(textsIn(deps)).toEqual(['夜里冒黑烟', '改了内容']);
    expect(state.submitted).toHaveLength(1);
    expect(deps.conflicts).toEqual(['conflict']);
  });

  it('and are the very same, get the very same receipt, though nothing is remembered', async () => {
    const deps = conversing();
    const receipts = [];
    for (const conversations of [memoryConversations(), memoryConversations()]) {
      await answerMessage(SENDER, said('1', '夜里冒黑烟'), at(0), { ...deps, conversations });
      const { state } = await answerMessage(SENDER, said('2', '完成'), at(1), { ...deps, conversations });
      receipts.push(state.submitted[0]?.receipt);
    }
    expect(new Set(receipts).size).toBe(1);
    expect(deps.vault.all()).toHaveLength(1);
  });
});

it('keeps every piece byte for byte: one as it came, several as a list', async () => {
  const deps = conversing();
  for (const [index, words] of ['一', '二', '完成', '三', '完成'].entries())
    await answerMessage(SENDER, said(String(index), words, index), at(index), deps);
  const originals = deps.vault.all().map(({ original }) => original);
  const bytesOf = (words: string) => Buffer.from(`<xml>${words}</xml>`).toString('base64');
  expect(originals[1]).toEqual({ mediaType: 'text/xml', base64: bytesOf('3 三') });
  const [several] = originals as { mediaType: string; base64: string }[];
  expect(several?.mediaType).toBe('application/vnd.huiyin.messages+json');
  expect(JSON.parse(Buffer.from(several!.base64, 'base64').toString())).toEqual(
    ['0 一', '1 二'].map((words) => ({ mediaType: 'text/xml', base64: bytesOf(words) })),
  );
});

type Deed = { readonly message: number } | { readonly pass: number };

describe('whatever happens', () => {
  const messages = 12;
  const wordsOf = (n: number) => (n % 4 === 3 ? '完成' : `第${n}句`);
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.record({ message: fc.nat(messages - 1) }),
    fc.record({ message: fc.nat(messages - 1) }),
    fc.record({ pass: fc.constantFrom(10, 200, 400) }),
  );

  it('every sentence is in one complaint, however messages repeat, overtake each other and functions die', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ deed, dies: fc.nat(9), after: fc.boolean() }), { maxLength: 25 }),
        async (all) => {
          const deps = conversing();
          let now = 0;
          const heard = new Set<number>();
          for (const { deed: one, dies, after } of all) {
            const mortal = dying(deps, dies, after);
            if ('pass' in one) {
              now += one.pass;
              await submitDrafts(at(now), mortal).catch(() => {});
            } else {
              now += 1;
              heard.add(one.message);
              await survives(answerMessage(SENDER, said(String(one.message), wordsOf(one.message)), at(now), mortal));
            }
          }
          // WeChat asks again what was not answered.
          for (const message of heard)
            await answerMessage(SENDER, said(String(message), wordsOf(message)), at(now), deps);
          await submitDrafts(at(now + 1_000), deps);
          const sentences = textsIn(deps).flatMap((text) => text.split('\n'));
          expect(sentences.toSorted()).toEqual(
            [...heard]
              .map(wordsOf)
              .filter((words) => words !== '完成')
              .toSorted(),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('twenty pieces at once are all in one complaint', async () => {
    const deps = conversing() satisfies HoldConversationDeps;
    const slow = async () => await new Promise<void>((resolve) => setImmediate(resolve));
    const conversations = {
      ...deps.conversations,
      load: async (sender: Sender) => {
        await slow();
        return await deps.conversations.load(sender);
      },
    };
    const all = Array.from({ length: 20 }, (_, n) => said(String(n), `第${n}句`));
    await Promise.all([...all, ...all].map((one) => answerMessage(SENDER, one, at(0), { ...deps, conversations })));
    await answerMessage(SENDER, said('done', '完成'), at(1), deps);
    expect(textsIn(deps).map((text) => text.split('\n').toSorted())).toEqual([
      Array.from({ length: 20 }, (_, n) => `第${n}句`).toSorted(),
    ]);
  });
});
