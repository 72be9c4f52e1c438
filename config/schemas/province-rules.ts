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

const CERTIFICATE = 'must be a certificate of ACM in the region of the province';

const isElsewhere = (arn: string | undefined, region: string | undefined): boolean =>
  arn !== undefined && region !== undefined && arn.split(':')[3] !== region;

const isAt = (url: string | undefined, host: string | undefined): boolean | undefined =>
  url !== undefined && host !== undefined && URL.canParse(url) ? new URL(url).hostname === host : undefined;

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
    pointer: '/domains/pages/certificate',
    why: CERTIFICATE,
    isBroken: ({ domains, region }) => isElsewhere(domains?.pages?.certificate, region),
  },
  {
    pointer: '/domains/desk/certificate',
    why: CERTIFICATE,
    isBroken: ({ domains, region }) => isElsewhere(domains?.desk?.certificate, region),
  },
  {
    pointer: '/domains/api/certificate',
    why: CERTIFICATE,
    isBroken: ({ domains, region }) => isElsewhere(domains?.api?.certificate, region),
  },
  {
    pointer: '/organiser/pages',
    why: 'must be at the name in domains.pages: links in what people are told lead there',
    isBroken: ({ domains, organiser }) => isAt(organiser?.pages, domains?.pages?.name) === false,
  },
  {
    pointer: '/staff/desk',
    why: 'must be at the name in domains.desk: links in what staff are told lead there',
    isBroken: ({ domains, staff }) => isAt(staff?.desk, domains?.desk?.name) === false,
  },
  {
    pointer: '/domains',
    why: 'must be names that differ: no cookie of staff may reach a public page',
    isBroken: ({ domains }) => {
      const names = [domains?.pages?.name, domains?.desk?.name, domains?.api?.name].filter(Boolean);
      return new Set(names).size < names.length;
    },
  },
  {
    pointer: '/objectLock/days',
    why: 'must not be longer than retentionDays.evidence',
    isBroken: ({ objectLock, retentionDays }) => (objectLock?.days ?? 0) > (retentionDays?.evidence ?? Infinity),
  },
];

export const faultsOfSettings = (settings: Settings): Fault[] =>
  RULES.filter(({ isBroken }) => isBroken(settings)).map(({ pointer, why }) => [pointer, why]);
