import type { Fault } from './fault.ts';
import type { ProvinceSettings } from './province.ts';
import type { Readable } from './readable.ts';

type Settings = Readable<ProvinceSettings>;

interface Rule {
  readonly pointer: string;
  readonly why: string;
  readonly isBroken: (settings: Settings) => boolean | undefined;
}

const inChina = ({ region }: Settings): boolean | undefined => region?.startsWith('cn-');

const sendsBySns = ({ sms }: Settings): boolean | undefined => sms?.providers?.some((one) => one?.by === 'sns');

/** Outside China too, some regions are not on the list (docs.aws.amazon.com/sns, "Supported Regions and countries"). */
const WITHOUT_TEXTING = ['ap-east-1', 'ap-northeast-2'];

/** What one setting says of another. Where either cannot be read, nothing is said: that is told already. */
const RULES: readonly Rule[] = [
  {
    pointer: '/region',
    why: 'a real province must be in a cn- region: personal data may not leave the country',
    isBroken: (settings) => inChina(settings) === false && !settings.demonstration,
  },
  {
    pointer: '/reach',
    why: 'is required of a demonstration, which reaches no real person, and of no use to a real province',
    isBroken: ({ demonstration = false, reach }) => demonstration !== (reach !== undefined),
  },
  {
    pointer: '/secrets/smtp',
    why: 'is required when mail.transport is smtp',
    isBroken: ({ mail, secrets }) => mail?.transport === 'smtp' && secrets && secrets.smtp === undefined,
  },
  {
    pointer: '/secrets/smtp',
    why: 'is required when there are mail.hosts: it holds them by their names',
    isBroken: ({ mail, secrets }) =>
      mail?.transport === 'ses' && mail.hosts !== undefined && secrets && secrets.smtp === undefined,
  },
  {
    pointer: '/sms/providers',
    why: 'SNS sends no text messages in the regions of China: use aliyun or tencent',
    isBroken: (settings) => inChina(settings) && sendsBySns(settings),
  },
  {
    pointer: '/sms/providers',
    why: 'SNS sends no text messages in this region: use aliyun or tencent, or another region',
    isBroken: (settings) => sendsBySns(settings) && WITHOUT_TEXTING.includes(settings.region ?? ''),
  },
  {
    pointer: '/secrets/callbacks',
    why: 'is required where a partner has a callback',
    isBroken: ({ partners, secrets }) =>
      secrets && secrets.callbacks === undefined && partners?.some((partner) => partner?.callback !== undefined),
  },
  {
    pointer: '/secrets/wecom',
    why: 'is required when there is wecom, and of no use without',
    isBroken: ({ wecom, secrets }) => secrets && (wecom === undefined) !== (secrets.wecom === undefined),
  },
  {
    pointer: '/objectLock/days',
    why: 'must not be longer than retentionDays.evidence',
    isBroken: ({ objectLock, retentionDays }) => (objectLock?.days ?? 0) > (retentionDays?.evidence ?? Infinity),
  },
];

export const faultsOfSettings = (settings: Settings): Fault[] =>
  RULES.filter(({ isBroken }) => isBroken(settings)).map(({ pointer, why }) => [pointer, why]);
