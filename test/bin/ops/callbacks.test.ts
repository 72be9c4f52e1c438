import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoSuppressions } from '../../../adapters/dynamodb/correspondence/suppressions.ts';
import { callbacksEnable } from '../../../bin/ops/callbacks.ts';
import type { OpsStack } from '../../../bin/ops/connect.ts';
import { placeOf } from '../../../usecases/notices/transports/send-callback.ts';
import { createAccessTable, createCorrespondenceTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { organs } from '../../support/rules.ts';

const NOW = '2026-06-05T01:30:00.000Z';
const ADDRESS = 'https://hotline.example/hook';
const { service } = dynamoDbForTests();
beforeAll(() =>
  Promise.all([createCorrespondenceTable(service.tables, 'letters'), createAccessTable(service.tables, 'access')]),
);

const suppressions = () => dynamoSuppressions(service.tables, 'letters');
const stack = () =>
  ({
    config: {
      settings: { partners: [{ name: 'hotline', callback: ADDRESS }, { name: 'silent' }], catchAllOrgan: 'desk' },
      organs: [...organs.values()],
    },
    tables: service.tables,
    stores: { CORRESPONDENCE_TABLE_NAME: 'letters', ACCESS_TABLE_NAME: 'access' },
    functions: { variablesOf: async () => ({}) },
    now: NOW,
  }) as unknown as OpsStack;

async function told(partner: string, values: Record<string, string | boolean> = {}) {
  if (!('run' in callbacksEnable)) throw new Error('works on a stack');
  const { lines } = await callbacksEnable.run({ positionals: [partner], values }, stack());
  return lines[0];
}

describe('npm run ops -- callbacks enable', () => {
  it('has a system that answered 410 called again, once it is told to, and not before', async () => {
    const isDisabled = () => suppressions().reasonFor(placeOf('hotline', ADDRESS), NOW);
    await suppressions().suppress(placeOf('hotline', ADDRESS), 'gone', NOW);
    expect(await told('hotline')).toBe('hotline：回调将恢复');
    expect(await isDisabled()).toBe('gone');
    expect(await told('hotline', { apply: true, reason: '对方已修复', by: 'li' })).toBe('hotline：回调已恢复');
    expect(await isDisabled()).toBeUndefined();
    expect(await told('hotline')).toBe('hotline：回调没有停用');
  });

  it('says so where the partner has no address', async () => {
    expect(await told('silent')).toBe('silent：省份文件中没有它的回调地址');
  });
});
