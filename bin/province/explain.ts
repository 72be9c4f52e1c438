import { checkConfig } from '../../config/schemas/check.ts';
import { organsSchema } from '../../config/schemas/organs.ts';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { readChecked } from '../../config/schemas/read-checked.ts';
import { lackedIn, type Regions, regionsSchema } from '../../config/schemas/regions.ts';
import type { Organ } from '../../domain/organs.ts';
import { today } from '../today.ts';
import { countsOf, stackNamesOf, templateOf } from './assembly.ts';
import { type Command, failure, type Outcome } from './outcome.ts';
import { secretsIn } from './secrets.ts';

/** What is deployed, who gets what, and which secrets are missing. */
export async function explain({ name, config }: Command): Promise<Outcome> {
  const settings = checkConfig(config, today()).provinces.find(({ id }) => id === name);
  const organs = readChecked(config, `organs/${name}.json`, organsSchema).whole?.organs;
  const regions = readChecked(config, 'regions.json', regionsSchema).whole;
  if (!settings || !organs || !regions) return failure(`${name} has faults: npm run province -- check ${name}`);
  const template = await templateOf(name);
  const secrets = await secretsIn(settings);
  return {
    lines: [
      `${settings.name} (${settings.id}): stacks ${stackNamesOf(settings.id).join(', ')} in ${settings.region}`,
      ...section(
        'What is deployed',
        [...countsOf(template)].map(([type, count]) => `${count} × ${type}`),
      ),
      ...section(`What ${settings.region} lacks, and what there is instead`, lackedBy(settings, regions)),
      ...section('How people reach it', waysIn(settings, regions)),
      ...section('How it reaches people', waysOut(settings)),
      ...section('Who gets what', recipientsOf(organs, settings)),
      ...section('Secrets', secrets),
    ],
  };
}

const section = (title: string, lines: readonly string[]): string[] => ['', title, ...lines.map((line) => `  ${line}`)];

const lackedBy = ({ region }: ProvinceSettings, regions: Regions): string[] =>
  [...(lackedIn(region, regions)?.keys() ?? [])].map((service) => {
    const { what, instead } = regions.services[service];
    return `${what}: ${instead}`;
  });

const waysIn = (settings: ProvinceSettings, regions: Regions): string[] => [
  `web: ${settings.organiser.pages}`,
  `WeChat: ${settings.wechat.appId}${settings.wecom ? `; WeCom: ${settings.wecom.corpId}` : ''}`,
  `mail: ${settings.mail.intake}, ${lackedIn(settings.region, regions)?.has('ses-receiving') ? 'handed in by the mail host, signed (docs/postfix.md)' : 'by SES'}`,
  ...settings.partners.map(({ name, adapter, may }) => `partner ${name}: ${adapter}, may ${may.join(', ')}`),
];

const mailersOf = ({ transport, hosts }: ProvinceSettings['mail']): readonly string[] =>
  transport === 'ses' ? ['ses', ...(hosts ?? [])] : (hosts ?? ['smtp']);

const waysOut = ({ mail, sms, reach }: ProvinceSettings): string[] => [
  `mail: from ${mail.from}, by ${mailersOf(mail).join(', then ')}`,
  `text messages: by ${sms.providers.map(({ by }) => by).join(', then ')}, signed ${sms.signName}`,
  ...(reach ? ['a demonstration: only reserved domains and the testers in reach are reached'] : []),
];

/** Numbers, never names: what is printed may be kept by whoever runs this. */
function recipientsOf(organs: readonly Organ[], { alarms, catchAllOrgan }: ProvinceSettings): string[] {
  const levels = Map.groupBy(organs, ({ level }) => level);
  const contacts = organs.flatMap((organ) => organ.contacts);
  const count = (role: string) => contacts.filter((contact) => contact.role === role).length;
  const mute = organs.filter((organ) => organ.contacts.every(({ phone }) => phone === undefined));
  return [
    `${organs.length} organs: ${[...levels].map(([level, all]) => `${all.length} of level ${level}`).join(', ')}`,
    `assignments and reminders: ${count('handler')} handlers; ${count('deputy')} deputies stand in`,
    `escalations: ${count('leader')} leaders; emergencies: ${count('duty')} duty desks`,
    `what no rule matches: ${catchAllOrgan}`,
    `no text message reaches ${mute.length} organs: they have no telephone number`,
    `alarms: ${alarms.emails.join(', ')}`,
  ];
}
