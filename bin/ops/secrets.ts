import { randomBytes } from 'node:crypto';
import { closeSync, writeSync } from 'node:fs';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretKeeper } from '../../adapters/secrets/secret-keeper.ts';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { type Fresh, madeSecret, rotatedSecret, type SecretValue } from '../../usecases/operations/keep-secrets.ts';
import { jsonOf } from '../data-rows.ts';
import { openNew } from '../new-file.ts';
import { text } from './apply-options.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import type { Place } from './connect.ts';
import { faultsInSecret } from './secret-shapes.ts';

type Kind = keyof ProvinceSettings['secrets'];

const fresh: Fresh = {
  hex: (bytes) => randomBytes(bytes).toString('hex'),
  webhookSecret: () => `whsec_${randomBytes(32).toString('base64')}`,
};

const DRY = '以上只是演示，没有改动任何密钥。加上 --apply 后执行。';

export const secretsCheck: OpsCommand = {
  takes: '',
  does: [
    'tells of every secret that the province names whether it is there and holds what its readers need, before the first deploy too; no value is shown; 1 where one does not',
    '检查省设置文件中的每个密钥：是否存在、内容是否合要求，首次部署前即可运行；不显示任何内容；有问题时返回1',
  ],
  async prepare(_, place) {
    const found = await faultsOf(place);
    const lines = found.map(({ kind, name, faults }) => `${kind}（${name}）：${faults.join('；') || '正常'}`);
    return { lines, json: found, failed: found.some(({ faults }) => faults.length > 0) };
  },
};

async function faultsOf({ config }: Place) {
  const { settings } = config;
  const keeper = secretKeeper(new SecretsManagerClient());
  const partners = settings.partners.map(({ name }) => name);
  return await Promise.all(
    namesIn(settings).map(async ([kind, name]) => {
      const faults = faultsInSecret(kind, await keeper.read(name), partners);
      return { kind, name, faults };
    }),
  );
}

const namesIn = ({ secrets }: ProvinceSettings): [Kind, string][] =>
  Object.entries(secrets).flatMap(([kind, name]) => (name === undefined ? [] : [[kind as Kind, name]]));

export const secretsMake: OpsCommand = {
  takes: '[--apply]',
  does: [
    'makes every secret that is missing and that nobody else can give: repeats, threads, senders, mailRelay, partners; one that is there is never written over',
    '生成缺少的、由我们自己产生的密钥：repeats、threads、senders、mailRelay、partners；已有的绝不覆盖',
  ],
  options: { apply: { type: 'boolean' } },
  async prepare({ values }, place) {
    const { settings } = place.config;
    const keeper = secretKeeper(new SecretsManagerClient());
    const partners = settings.partners.map(({ name }) => name);
    const lines: string[] = [];
    let given = 0;
    for (const [kind, name] of namesIn(settings)) {
      if ((await keeper.read(name)) !== undefined) continue;
      const value = madeSecret(kind, fresh, partners);
      given += value ? 0 : 1;
      lines.push(`${kind}（${name}）：${value ? '生成' : '须由提供方给出，见 docs/operations.md'}`);
      if (value && values.apply === true) await keeper.make(name, value);
    }
    if (lines.length === 0) return { lines: ['没有缺少的密钥'] };
    return { lines: [...lines, ...(values.apply === true ? [] : [DRY])], failed: given > 0 };
  },
};

export const secretsRotate: OpsCommand = {
  takes: 'partners PARTNER|mailRelay|senders [--finish] [--apply --out FILE]',
  does: [
    'gives a partner, or the mail host, a new secret beside the old one; both are taken until --finish removes the old: no message is refused in between. The new one is written to a file of yours alone',
    '给合作单位或邮件服务器换密钥：先新旧并存，--finish 时才去掉旧的，期间不会拒收任何消息；新密钥只写入你本人可读的文件',
  ],
  options: { apply: { type: 'boolean' }, finish: { type: 'boolean' }, out: { type: 'string' } },
  positionals: [1, 2],
  faultIn: whyNotRotated,
  prepare: rotate,
};

function whyNotRotated({ values, positionals: [kind = '', partner] }: Asked): string | undefined {
  if ((kind === 'partners') !== (partner !== undefined))
    return kind === 'partners' ? 'which partner?' : `${kind} has no parts`;
  const isHanded = values.apply === true && values.finish !== true && kind !== 'senders';
  return isHanded && text(values.out) === '' ? '--apply needs --out FILE: the other side must get it' : undefined;
}

async function rotate({ values, positionals: [kind = '', partner] }: Asked, { config }: Place): Promise<Outcome> {
  const name = namesIn(config.settings).find(([one]) => one === kind)?.[1];
  if (name === undefined) return { lines: [`省设置文件中没有密钥 ${kind}`], failed: true };
  const keeper = secretKeeper(new SecretsManagerClient());
  const content = jsonOf((await keeper.read(name)) ?? '') as SecretValue | undefined;
  if (content === undefined) return { lines: [`${name}：缺少，或者不是JSON`], failed: true };
  const step = values.finish === true ? 'finish' : 'begin';
  const rotation = rotatedSecret({ kind, partner, step }, content, fresh);
  if (rotation.kind === 'refused') return { lines: [rotation.why], failed: true };
  if (values.apply !== true)
    return { lines: [`${name} ${partner ?? ''}：${step === 'begin' ? '加入新密钥' : '去掉旧密钥'}`, DRY] };
  // First the file: a secret that is in use and that nobody can be given is worth nothing.
  if (rotation.added !== undefined) writeAlone(text(values.out), rotation.added);
  await keeper.change(name, rotation.value);
  if (step === 'finish') return { lines: [`${name} ${partner ?? ''}：旧密钥已去掉，五分钟内生效`] };
  return { lines: [`新密钥已加入，五分钟内生效，与旧密钥同时有效。${kind === 'senders' ? A_YEAR : ONCE_TAKEN}`] };
}

const ONCE_TAKEN = '对方换用新密钥后，再加 --finish 运行一次';
const A_YEAR = '此前的来信由旧密钥查到：满一年后再加 --finish 运行一次，去掉最旧的一个';

function writeAlone(file: string, secret: string): void {
  const output = openNew(file);
  writeSync(output, `${secret}\n`);
  closeSync(output);
}
