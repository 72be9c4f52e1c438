import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoCasesChanged } from '../../adapters/dynamodb/cases/cases-changed.ts';
import { dynamoNoticesOf } from '../../adapters/dynamodb/notices/case-notices.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { dynamoVaultChannels } from '../../adapters/dynamodb/vault/vault-channels.ts';
import { addDays, addHours, dayOf, instantAt } from '../../domain/calendar/day.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { withPeople } from '../../domain/roster/people.ts';
import { deadLettersOf } from '../../usecases/operations/queues.ts';
import {
  type EventPlace,
  type ReconcileDayDeps,
  type Reconciled,
  reconcileDay,
} from '../../usecases/operations/reconcile-day.ts';
import { readCaseRules } from '../policy/rules.ts';
import { isDay } from '../today.ts';
import { APPLY_OPTIONS, DRY_RUN, record, TAKES_APPLY, whyNotApplied } from './apply-options.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import { type OpsStack, rosterOf } from './connect.ts';
import { handingOver, sendingTo } from './redelivery.ts';

/** What came so lately may be on its way still. */
const MEANWHILE_HOURS = 1;

const settledBy = (now: string): string => addHours(now, -MEANWHILE_HOURS);

export const reconcileCommand: OpsCommand = {
  takes: `DAY ${TAKES_APPLY}`,
  does: [
    'holds a day (2026-11-27, in Beijing) against what should have become of it: every complaint of the vault has its case, every event its notices, and no channel is silent that had traffic; 1 where something is missing. Applied, what is missing is registered or relayed once more',
    '对账：某一天（如2026-11-27，北京时间）保险库中的每件来信是否都已立案，每条办理记录是否都已发出通知，原有来信的渠道是否断流；有缺漏时返回1。加上--apply则补登记、补通知',
  ],
  options: APPLY_OPTIONS,
  positionals: [1, 1],
  faultIn: (asked) => (isDay(asked.positionals[0] ?? '') ? whyNotApplied(asked) : 'a day, such as 2026-11-27'),
  async run(asked, stack) {
    const [day = ''] = asked.positionals;
    if (day > dayOf(stack.now)) return { lines: [`${day}还没有到`], failed: true };
    const found = await reconcileDay(day, settledBy(stack.now), await depsOf(stack));
    const told = outcomeOf(day, found, stack.now);
    if (found.withoutCase.length + found.untold.length === 0) return told;
    if (asked.values.apply !== true) return { ...told, lines: [...told.lines, DRY_RUN] };
    return await repair(found, asked, stack);
  },
};

async function depsOf({ tables, stores, config }: OpsStack): Promise<ReconcileDayDeps> {
  const roster = rosterOf({ config });
  const people = await dynamoPeople(tables, stores.ROSTER_TABLE_NAME).all();
  return {
    all: dynamoVaultChannels(tables, stores.VAULT_TABLE_NAME),
    complaints: dynamoVault(tables, stores.VAULT_TABLE_NAME),
    cases: dynamoCaseStore(tables, stores.CASE_TABLE_NAME, roster),
    happened: dynamoCasesChanged(tables, stores.CASE_TABLE_NAME),
    noticesOf: dynamoNoticesOf(tables, stores.CASE_TABLE_NAME),
    rules: { ...readCaseRules(config.settings.id, {}), organs: withPeople(roster.organs, people) },
  };
}

const placeOf = ({ caseId, seq }: EventPlace): string => `${caseId}#${seq}`;

const silentLine = (channel: string): string => `渠道断流：${channel}，按前四周的常量已少来七件以上`;

function outcomeOf(day: string, found: Reconciled, now: string): Outcome {
  const { complaints, events, withoutCase, untold, silent } = found;
  const lines = [
    `${day}：来信${complaints}件，办理记录${events}条`,
    ...withoutCase.map((receipt) => `有件无案：${receipt}`),
    ...untold.map((event) => `没有通知：${placeOf(event)}`),
    ...silent.map(silentLine),
    ...(instantAt(addDays(day, 1), '00:00') > settledBy(now) ? [`${moment(settledBy(now))}以后的还没有核对`] : []),
  ];
  const isWhole = withoutCase.length + untold.length + silent.length === 0;
  return { lines: isWhole ? [...lines, '账实相符'] : lines, json: found, failed: !isWhole };
}

/** Each is known by whoever does it: what was done meanwhile is not done twice. */
async function repair({ withoutCase, untold, silent }: Reconciled, asked: Asked, stack: OpsStack): Promise<Outcome> {
  const send = sendingTo(stack);
  for (const receipt of withoutCase) {
    await record(asked, { command: 'reconcile', to: 'register', receipt }, stack);
    await send('register', JSON.stringify({ receipt }));
  }
  const relay = handingOver(deadLettersOf('relay-events'), stack);
  const kept: string[] = [];
  for (const event of untold) {
    await record(asked, { command: 'reconcile', to: placeOf(event) }, stack);
    const keys = { pk: { S: `CASE#${event.caseId}` }, sk: { S: `EVENT#${String(event.seq).padStart(6, '0')}` } };
    const letter = { id: placeOf(event), handle: '', body: JSON.stringify({ keys }), sentAt: stack.now };
    const became = await relay({ ...letter, reason: undefined, from: undefined });
    if (became.kind === 'kept') kept.push(`${placeOf(event)}：${became.why}`);
  }
  const done = `${withoutCase.length}件来信已送入 register 队列，${untold.length - kept.length}条记录已重新通知`;
  return {
    lines: [done, ...kept, ...silent.map(silentLine)],
    json: { withoutCase, untold, kept, silent },
    failed: kept.length + silent.length > 0,
  };
}
