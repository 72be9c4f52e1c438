import type { SQSClient } from '@aws-sdk/client-sqs';
import { sha256 } from '../../adapters/digest.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoNoticesOf } from '../../adapters/dynamodb/notices/case-notices.ts';
import { dynamoKeptNotices } from '../../adapters/dynamodb/notices/kept-notices.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { sqsLetterBox } from '../../adapters/sqs/letter-box.ts';
import { queuesOf } from '../../adapters/sqs/queue-depths.ts';
import { type FindComplaintDeps, findComplaint } from '../../usecases/operations/find-complaint.ts';
import { isDeadLetters } from '../../usecases/operations/queues.ts';
import type { OpsCommand } from './command.ts';
import { type OpsStack, rosterOf } from './connect.ts';
import { journeyPage } from './journey-page.ts';

export const findCommand: OpsCommand = {
  takes: 'RECEIPT|TRACE|ORDER|CASE',
  does: [
    'tells the way of one complaint: received, queued, case, events, notices with what became of them; without a word of it. 1 where there is none, or where it is stuck',
    '查一件来信的经过：收到、排队、立案、办理记录、各通知的送达情况，不显示来信内容；查无此件或者卡在途中时返回1',
  ],
  positionals: [1, 1],
  async run({ positionals: [asked = ''] }, stack) {
    const way = await findComplaint(asked, depsOf(stack));
    if (!way) return { lines: [`没有找到 ${asked}：不是登记编号，也不是合作单位的工单号`], failed: true };
    const isStuck = way.handledIn === undefined || way.deadLetters.length > 0;
    return { lines: journeyPage(way, stack.config.organs), json: way, failed: isStuck };
  },
};

function depsOf(stack: OpsStack): FindComplaintDeps {
  const { stores, tables, sqs } = stack;
  const { settings } = stack.config;
  return {
    provinceLetters: settings.letters,
    sha256,
    complaints: dynamoVault(tables, stores.VAULT_TABLE_NAME),
    cases: dynamoCaseStore(tables, stores.CASE_TABLE_NAME, rosterOf(stack)),
    noticesOf: dynamoNoticesOf(tables, stores.CASE_TABLE_NAME),
    keptOf: dynamoKeptNotices(tables, stores.NOTICE_TABLE_NAME, settings.privacy.records.years).ofCase,
    deadLettersNaming: (receipt) => deadLettersNaming(receipt, settings.id, sqs),
    partners: settings.partners.map(({ name }) => name),
  };
}

const MOST_LOOKED_AT = 1_000;

async function deadLettersNaming(receipt: string, province: string, client: SQSClient): Promise<readonly string[]> {
  const named = [...(await queuesOf(client, province))].filter(([name]) => isDeadLetters(name));
  const found = named.map(async ([name, url]) => {
    const letters = await sqsLetterBox(client, url).look(MOST_LOOKED_AT);
    return letters.some(({ body }) => body.includes(receipt)) ? [name] : [];
  });
  return (await Promise.all(found)).flat();
}
