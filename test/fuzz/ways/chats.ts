import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readFields } from '../../../adapters/wechat/fields.ts';
import { isSignature, openSeal, sealMessage, signatureOf } from '../../../adapters/wechat/seal.ts';
import type { Original } from '../../../domain/complaint.ts';
import { commandIn } from '../../../domain/conversation/commands.ts';
import { createHandler as acceptWechat } from '../../../functions/accept-wechat-message/handler.ts';
import { createHandler as acceptWecom } from '../../../functions/accept-wecom-message/handler.ts';
import { atMinute, chat } from '../../support/chat.ts';
import { NOW } from '../../support/intake.ts';
import { consoleOf } from '../../support/messages.ts';
import { ACCOUNT, envelope, wordsOf } from '../../support/wechat.ts';
import { way } from '../fuzz.ts';
import { mutated, oddText } from '../mutations.ts';
import { answerTo } from '../promises.ts';
import { CHAT_MESSAGES } from '../samples.ts';

const seal = { signatureOf, isSignature, openSeal, sealMessage };
const world = () => ({ ...chat(), seal, readFields });
type World = ReturnType<typeof world>;

const HANDLERS = {
  wechat: (deps: World) => acceptWechat({ ...deps, account: async () => ACCOUNT }),
  wecom: (deps: World) => acceptWecom({ ...deps, account: async () => ({ ...ACCOUNT, corpId: ACCOUNT.appId }) }),
};
const medium = fc.constantFrom('wechat' as const, 'wecom' as const);

const signed = (sealed: string) => {
  const [timestamp, nonce] = [String(NOW / 1000), '415670741'];
  const [plain, whole] = [
    [ACCOUNT.token, timestamp, nonce],
    [ACCOUNT.token, timestamp, nonce, sealed],
  ].map(signatureOf);
  return { signature: plain!, timestamp, nonce, encrypt_type: 'aes', msg_signature: whole! };
};

/** Lets a day pass, so that whatever was begun is submitted. */
const endOfDay = (deps: World) => consoleOf(() => atMinute(deps, NOW + 86_400_000));

/** The bytes of every message that lies in the vault. */
function keptIn(deps: World): Buffer[] {
  return deps.vault.all().flatMap(({ original }) => {
    const [whole, mediaType] = [bytesOf(original), original.mediaType];
    if (!mediaType.startsWith('application/vnd.huiyin.messages+json')) return [whole];
    return (JSON.parse(whole.toString()) as Original[]).map(bytesOf);
  });
}

function bytesOf(original: Original): Buffer {
  const bytes = Buffer.from('base64' in original ? original.base64 : '', 'base64');
  return original.mediaType.endsWith('+gzip') ? gunzipSync(bytes) : bytes;
}

/** By which a message is known again; itself where nobody can read it. */
function idOf(content: Uint8Array): string {
  const { FromUserName, AgentID, MsgId, MsgID, CreateTime } = fieldsOf(content) ?? { MsgId: content.toString() };
  return [FromUserName, AgentID, MsgId ?? MsgID, CreateTime].join(' ');
}

/** Events are no complaint, and what is asked of the chat is done at once. */
function isToBeKept(content: Uint8Array): boolean {
  const fields = fieldsOf(content);
  return !fields || (fields.MsgType !== 'event' && !commandIn((fields.Content ?? fields.Recognition ?? '').trim()));
}

function fieldsOf(content: Uint8Array): Readonly<Record<string, string>> | undefined {
  try {
    return readFields(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return undefined;
  }
}

/** Whether the sender is told that a message did not come through: such a one is no complaint, and they know it. */
const saysNotCome = (reply: string): boolean => reply.includes('Encrypt') && wordsOf(reply).includes('没有传到');

const MOST_SEALED = 45_000;
const message = mutated(CHAT_MESSAGES).map((content) => content.subarray(0, MOST_SEALED));

const chats = way(
  'chat, rightly sealed',
  fc.tuple(medium, fc.array(message, { minLength: 1, maxLength: 4 })),
  async ([by, contents]) => {
    const deps = world();
    const toldLost = new Set<string>();
    for (const content of contents) {
      const sealed = sealMessage(content as unknown as string, ACCOUNT);
      const answer = await answerTo(HANDLERS[by](deps), { query: signed(sealed), body: envelope(sealed) });
      assert.equal(answer.status, 200);
      if (saysNotCome(answer.text)) toldLost.add(idOf(content));
      for (const state of deps.conversations.all())
        assert.ok(Buffer.byteLength(JSON.stringify(state)) < 400 * 1024, 'no item of the table holds that');
    }
    await endOfDay(deps);
    assert.ok(deps.conversations.all().every(({ draft, closed }) => !draft && closed.length === 0));
    const kept = keptIn(deps);
    const firsts = [...Map.groupBy(contents, idOf).values()].map(([first]) => first!);
    const isCancelled = contents.some((content) => content.toString().includes('取消'));
    for (const content of firsts)
      if (isToBeKept(content) && !isCancelled && !toldLost.has(idOf(content)))
        assert.ok(
          kept.some((one) => one.equals(content)),
          'a message is lost',
        );
    for (const item of deps.vault.all())
      assert.ok(Buffer.byteLength(JSON.stringify(item)) < 400 * 1024, 'no item of the vault holds that');
  },
);

const seals = way(
  'chat, seal broken',
  fc.tuple(medium, mutated([Buffer.from(sealMessage('<xml></xml>', ACCOUNT))])),
  async ([by, some]) => {
    const deps = world();
    const sealed = some.toString('latin1').slice(0, MOST_SEALED);
    await answerTo(HANDLERS[by](deps), { query: signed(sealed.trim()), body: envelope(sealed) });
  },
);

const value = fc.oneof(oddText, fc.constantFrom(...Object.values(signed('x'))));
const query = fc.record(
  {
    signature: value,
    timestamp: value,
    nonce: value,
    encrypt_type: fc.oneof(fc.constant('aes'), oddText),
    msg_signature: value,
    echostr: value,
  },
  { requiredKeys: [] },
);
const envelopes = mutated([...CHAT_MESSAGES, Buffer.from(envelope(sealMessage('<xml></xml>', ACCOUNT)))]);

const strangers = way(
  'chat, wrongly signed',
  fc.tuple(medium, fc.constantFrom('GET', 'POST'), query, envelopes),
  async ([by, method, asked, body]) => {
    const deps = world();
    const { status } = await answerTo(HANDLERS[by](deps), { method, query: asked as Record<string, string>, body });
    assert.ok(method === 'GET' || status >= 400);
    assert.deepEqual([deps.vault.all(), deps.conversations.all()], [[], []]);
  },
);

export const CHATS = [chats, seals, strangers];
