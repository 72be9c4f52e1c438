import { cloudWatchSignals } from '../../adapters/cloudwatch/signals.ts';
import { dynamoDueIndex } from '../../adapters/dynamodb/cases/due-index.ts';
import { dynamoWaitingNotices } from '../../adapters/dynamodb/notices/case-notices.ts';
import { s3Ledgers } from '../../adapters/s3/ledgers.ts';
import { depthsOf, queuesOf } from '../../adapters/sqs/queue-depths.ts';
import { healthOf, hurtsIn } from '../../usecases/operations/health.ts';
import type { OpsCommand } from './command.ts';
import type { OpsStack } from './connect.ts';
import { healthPage } from './health-page.ts';

export const healthCommand: OpsCommand = {
  takes: '',
  does: [
    'tells on one page how the province is: queues, dead letters, what is due, streams, sweep, seal, notices; 1 where something hurts people',
    '一页看清系统状况：队列、死信、到期未扫描的事项、数据流延迟、最近一次扫描和封存、未送达的通知；有影响群众或工作人员的问题时返回1',
  ],
  async run(_, stack) {
    const health = await healthOf(stack.now, depsOf(stack));
    const hurts = hurtsIn(health, stack.now);
    const lines = healthPage(health, hurts, stack);
    return { lines, json: { now: stack.now, health, hurts }, failed: hurts.length > 0 };
  },
};

function depsOf({ config, isLocal, now, stores, ask, tables, sqs, s3 }: OpsStack): Parameters<typeof healthOf>[1] {
  const { id } = config.settings;
  return {
    queues: async () => await depthsOf(sqs, await queuesOf(sqs, id)),
    due: dynamoDueIndex(tables, stores.CASE_TABLE_NAME),
    waitingNotices: dynamoWaitingNotices(tables, stores.CASE_TABLE_NAME),
    lastSealedDay: s3Ledgers(s3, stores.LEDGER_BUCKET_NAME).lastDay,
    signals: isLocal ? undefined : cloudWatchSignals(ask, id, now),
  };
}
