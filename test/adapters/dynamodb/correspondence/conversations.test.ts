import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoConversations } from '../../../../adapters/dynamodb/correspondence/conversations.ts';
import { dynamoVault } from '../../../../adapters/dynamodb/vault/vault.ts';
import {
  NO_CONVERSATION,
  type Piece,
  PLAIN_SAYINGS,
  type Sender,
} from '../../../../domain/conversation/conversation.ts';
import type { Heard } from '../../../../domain/conversation/converse.ts';
import { backOff } from '../../../../functions/shared/back-off.ts';
import { submissionOf } from '../../../../functions/shared/chat/submission.ts';
import { answerMessage } from '../../../../usecases/intake/hold-conversation.ts';
import { submitDrafts } from '../../../../usecases/intake/submit-drafts.ts';
import { CHAT_SETTINGS } from '../../../support/chat-settings.ts';
import { createCorrespondenceTable, createVaultTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { intake, NOW } from '../../../support/intake.ts';

const { service } = dynamoDbForTests();
beforeAll(async () => {
  await createCorrespondenceTable(service.tables, 'correspondence');
  await createVaultTable(service.tables, 'vault');
});

const conversations = () => dynamoConversations(service.tables, 'correspondence');
const deps = () => ({
  ...intake(),
  conversations: conversations(),
  vault: dynamoVault(service.tables, 'vault'),
  settings: CHAT_SETTINGS,
  submissionOf,
  backOff,
  onConflict: () => {},
  hasTime: () => true,
  onFailure: (error: unknown) => {
    throw error;
  },
});

const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
const sender = (user: string): Sender => ({ channel: 'wechat', app: 'wx1', user });
const pieceOf = (id: string, text: string): Piece => ({
  id,
  text,
  writtenAt: at(0),
  address: '河西街',
  location: { latitude: 30, longitude: 120 },
  attachments: [{ name: '微信图片', mediaType: 'image/jpeg', mediaId: id }],
  original: { mediaType: 'text/xml', base64: 'PHhtbC8+' },
});
const said = (id: string, text: string): Heard => ({ kind: 'message', piece: pieceOf(id, text) });
const word = (id: string, text: string): Heard => {
  const { original, writtenAt } = pieceOf(id, text);
  return { kind: 'message', piece: { id, text, writtenAt, attachments: [], original } };
};

const all = async (table: string) => (await service.tables.send(new ScanCommand({ TableName: table }))).Items ?? [];

it('holds a conversation as it was, under a key that names nobody, and forgets it a year later', async () => {
  const [writer, somebody] = [conversations(), sender('o_plain_to_see')];
  expect(await writer.load(somebody)).toEqual({ state: NO_CONVERSATION, version: 0 });
  const state = {
    ...NO_CONVERSATION,
    draft: { id: '1', pieces: [pieceOf('1', '臭')], dueAt: at(300) },
    submitted: [
      {
        id: '0',
        writtenUntil: at(0),
        told: true,
        receipt: 'QH-0000-0000-0001',
        queryCode: 'ABCD1234',
        answerBy: at(9),
        follows: { to: 'QH-0000-0000-0002', as: 'urge' as const },
        lang: 'en' as const,
      },
    ],
    answered: [
      { id: '1', reply: { says: { kind: 'kept' as const, pieces: 1 }, tells: ['0'] } },
      ...PLAIN_SAYINGS.map((kind) => ({ id: kind, reply: { says: { kind }, tells: [] } })),
    ],
  };
  expect(await writer.save(somebody, state, 0, at(0))).toBe(true);
  const { state: read, version } = await writer.load(somebody);
  expect(read).toMatchObject(state);

  const [item] = await all('correspondence');
  expect(item?.key).toMatch(/^CONVERSATION#[0-9a-f]{64}$/);
  expect(item).toMatchObject({ duePk: 'DUE#CONVERSATION', dueAt: at(300), expiresAt: NOW / 1000 + 31_536_000 });
  expect(await writer.dueBy(at(299), 10)).toEqual([]);
  expect(await writer.dueBy(at(300), 10)).toEqual([somebody]);
  expect(await writer.earliest()).toBe(at(300));

  expect(await writer.save(somebody, NO_CONVERSATION, version, at(1))).toBe(true);
  expect(await all('correspondence')).toEqual([]);
  expect(await writer.earliest()).toBeUndefined();
});

it('takes one of two changes that were decided on the same version, also after it was forgotten in between', async () => {
  const [writer, somebody] = [conversations(), sender('o_race')];
  const state = { ...NO_CONVERSATION, answered: [{ id: '1', reply: { says: { kind: 'help' as const }, tells: [] } }] };
  expect(await writer.save(somebody, state, 0, at(0))).toBe(true);
  expect(await writer.save(somebody, state, 0, at(0))).toBe(false);
  const { version } = await writer.load(somebody);
  await writer.save(somebody, NO_CONVERSATION, version, at(1));
  expect(await writer.save(somebody, state, 0, at(2))).toBe(true);
  expect(await writer.save(somebody, state, version, at(2))).toBe(false);
  expect(await writer.save(somebody, NO_CONVERSATION, version, at(2))).toBe(false);
});

describe('twenty pieces at the same moment, each delivered three times', () => {
  it('are all in one complaint, each once', { timeout: 60_000 }, async () => {
    const somebody = sender('o_twenty');
    const pieces = Array.from({ length: 20 }, (_, n) => said(`piece-${n}`, `第${n}句`));
    const replies = await Promise.all(
      [...pieces, ...pieces, ...pieces].map((piece) => answerMessage(somebody, piece, at(0), deps())),
    );
    const counts = replies.map(({ reply }) => ('pieces' in reply.says ? reply.says.pieces : 0));
    expect(new Set(counts)).toEqual(new Set(Array.from({ length: 20 }, (_, n) => n + 1)));
    await Promise.all(Array.from({ length: 3 }, () => answerMessage(somebody, word('done', '完成'), at(1), deps())));

    const kept = (await all('vault')).filter(({ contact }) => contact.openid === 'o_twenty');
    expect(kept).toHaveLength(1);
    expect(
      kept[0]?.text
        .split('\n')
        .filter((line: string) => line.startsWith('第'))
        .toSorted(),
    ).toEqual(pieces.map((_, n) => `第${n}句`).toSorted());
    expect(kept[0]?.attachments).toHaveLength(20);
  });
});

it('thirty people who paused are submitted by two runs at once, each once, and the next run finds nothing', async () => {
  const users = Array.from({ length: 30 }, (_, n) => `o_paused_${n}`);
  await Promise.all(users.map((user) => answerMessage(sender(user), said('1', '臭'), at(0), deps())));
  await Promise.all([submitDrafts(at(400), deps()), submitDrafts(at(400), deps())]);
  const kept = (await all('vault')).filter(({ contact }) => contact.openid.startsWith('o_paused_'));
  expect(kept.map(({ contact }) => contact.openid).toSorted()).toEqual(users.toSorted());
  expect(await submitDrafts(at(460), deps())).toMatchObject({ submitted: 0, failed: 0, idleUntil: null });
});

it('a conversation that cannot be read holds up nobody else', async () => {
  for (const user of ['broken', 'whole']) await answerMessage(sender(user), said('w1', '夜里冒黑烟'), at(0), deps());
  const item = (await all('correspondence')).find((one) => one.sender?.user === 'broken')!;
  await service.tables.send(new PutCommand({ TableName: 'correspondence', Item: { ...item, closed: 'unknown' } }));
  const run = await submitDrafts(at(9_000), { ...deps(), onFailure: () => {} });
  await service.tables.send(new DeleteCommand({ TableName: 'correspondence', Key: { key: item.key } }));
  expect(run).toMatchObject({ submitted: 1, failed: 1 });
  expect((await conversations().load(sender('whole'))).state.submitted).toHaveLength(1);
});
