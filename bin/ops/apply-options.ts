import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { dynamoAccessRecord } from '../../adapters/dynamodb/access-record.ts';
import { recordOpsAction } from '../../usecases/operations/record-ops-action.ts';
import type { Asked } from './command.ts';
import { type OpsStack, rosterOf } from './connect.ts';

/** The options of every command that changes something: without `--apply` it only tells what it would do. */
export const APPLY_OPTIONS = {
  apply: { type: 'boolean' },
  reason: { type: 'string' },
  by: { type: 'string' },
} as const;

export const TAKES_APPLY = '[--apply --reason TEXT [--by NAME]]';

/** What is applied must say why. */
export function whyNotApplied({ values: { apply, reason } }: Asked): string | undefined {
  return apply && text(reason) === '' ? '--apply needs --reason' : undefined;
}

export const DRY_RUN = '以上只是演示，没有改动任何东西。加上 --apply --reason 理由 后执行。';

export const text = (value: Asked['values'][string]): string => (typeof value === 'string' ? value.trim() : '');

/** Puts on record what is about to be done, with who and why. Where that fails, nothing may be done. */
export async function record(
  { values }: Asked,
  deed: { readonly command: string; readonly to: string; readonly receipt?: string },
  stack: Pick<OpsStack, 'config' | 'tables' | 'stores'>,
): Promise<void> {
  const said = { ...deed, by: operatorIn(values), reason: text(values.reason) };
  const access = dynamoAccessRecord(stack.tables, stack.stores.ACCESS_TABLE_NAME);
  const at = { now: new Date().toISOString(), id: randomUUID() };
  await recordOpsAction(said, at, { access, roster: rosterOf(stack) });
}

/** As they say, or as this machine knows them; AWS has its own record of whose rights were used. */
export const operatorIn = ({ by }: Asked['values']): string => text(by) || userInfo().username;
