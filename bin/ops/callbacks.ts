import { dynamoSuppressions } from '../../adapters/dynamodb/correspondence/suppressions.ts';
import { placeOf } from '../../usecases/notices/transports/send-callback.ts';
import { APPLY_OPTIONS, DRY_RUN, record, TAKES_APPLY, whyNotApplied } from './apply-options.ts';
import type { OpsCommand } from './command.ts';
import type { OpsStack } from './connect.ts';

export const callbacksEnable: OpsCommand = {
  takes: `PARTNER ${TAKES_APPLY}`,
  does: [
    "has a partner's system called again at the same address, after it answered 410; what it missed meanwhile is not sent",
    '合作单位的系统应答 410 而停用后，恢复向同一地址的回调；停用期间的不补发',
  ],
  options: APPLY_OPTIONS,
  positionals: [1, 1],
  faultIn: whyNotApplied,
  async run(asked, stack) {
    const partner = asked.positionals[0]!;
    const address = await addressOf(partner, stack);
    if (address === undefined) return { lines: [`${partner}：省份文件中没有它的回调地址`], failed: true };
    const suppressions = dynamoSuppressions(stack.tables, stack.stores.CORRESPONDENCE_TABLE_NAME);
    const place = placeOf(partner, address);
    const isDisabled = (await suppressions.reasonFor(place, stack.now)) !== undefined;
    if (!isDisabled) return { lines: [`${partner}：回调没有停用`], json: { partner, isDisabled } };
    if (asked.values.apply !== true)
      return { lines: [`${partner}：回调将恢复`, DRY_RUN], json: { partner, isDisabled } };
    await record(asked, { command: 'callbacks enable', to: partner }, stack);
    await suppressions.lift(place);
    return { lines: [`${partner}：回调已恢复`], json: { partner, isDisabled: false } };
  },
};

/** As `deliver-notice` has it: on the local stack all partners are called in one place. */
async function addressOf(partner: string, { config, functions }: OpsStack): Promise<string | undefined> {
  const callback = config.settings.partners.find(({ name }) => name === partner)?.callback;
  const { CALLBACKS_AT: local } = await functions.variablesOf('deliver-notice');
  return callback !== undefined && local !== undefined ? `${local}/${partner}` : callback;
}
