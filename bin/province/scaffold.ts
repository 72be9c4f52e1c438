import type { Organ } from '../../domain/organs.ts';
import { organName } from './organ-names.ts';
import { shortNamesOf } from './province-names.ts';
import type { Territory } from './roster.ts';

export interface Wishes {
  readonly region: string;
  /** Of the receipts; those of GB/T 2260 where nothing is said. */
  readonly letters?: string | undefined;
  /** The version of config/clocks.json that is in force. */
  readonly policyVersion: string;
}

/** Whoever fills the file in finds every empty text by `npm run province -- check`. */
const TO_FILL_IN = '';

const FOLLOW_UPS = ['submit', 'supplement', 'urge', 'send-back', 'withdraw'];

const SMS_TEXTS = [
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders of the operator.
  ['staff', '【${kind}】信访事项${receipt}（${place}，${matter}）：${duty}，期限：${due}。${next}'],
  ['complainant', '12369回执${receipt}：${status}。凭编号和查询码在查询页面查询。'],
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above.
] as const;

const SECRETS = { wechat: 'wechat', partners: 'partners', mailRelay: 'mail-relay', repeats: 'repeats' };
const MORE_SECRETS = { threads: 'threads', senders: 'senders', sms: 'sms', desk: 'desk', smtp: 'smtp' };

/** config/provinces/<id>.json, empty where only the province knows. */
export function provinceFileOf({ id, division, divisions }: Territory, { region, letters, policyVersion }: Wishes) {
  const short = shortNamesOf(division);
  const name = divisions.get(division)!;
  const bureau = organName({
    ...{ department: 'ecology', departmentName: '', level: 'province', division },
    ...{ place: name, city: undefined },
  });
  const secrets = Object.entries({ ...SECRETS, ...MORE_SECRETS });
  return {
    $schema: '../schemas/json/province.json',
    id,
    name,
    organiser: { name: bureau, telephone: TO_FILL_IN, filing: TO_FILL_IN, pages: TO_FILL_IN },
    privacy: {
      contact: { office: bureau, telephone: TO_FILL_IN, address: TO_FILL_IN },
      records: { years: 10, basis: TO_FILL_IN },
    },
    letters: letters ?? short?.letters ?? TO_FILL_IN,
    division,
    region,
    mail: { from: TO_FILL_IN, intake: TO_FILL_IN, transport: 'smtp' },
    sms: {
      signName: TO_FILL_IN,
      templates: SMS_TEXTS.map(([use, text]) => ({ use, text })),
      providers: [{ by: 'aliyun', codes: { staff: TO_FILL_IN, complainant: TO_FILL_IN } }],
    },
    staff: { issuer: TO_FILL_IN, audience: 'huiyin' },
    partners: [
      { name: 'hotline-12345', adapter: 'order-12345', may: FOLLOW_UPS },
      { name: 'superior', adapter: 'superior-handover', may: FOLLOW_UPS },
      { name: 'inspection-team', adapter: 'inspection-batch', may: [...FOLLOW_UPS, 'inspection'] },
    ],
    wechat: { appId: TO_FILL_IN },
    secrets: Object.fromEntries(secrets.map(([use, last]) => [use, `huiyin/${id}/${last}`])),
    retentionDays: { logs: 180, evidence: 1825 },
    alarms: { emails: [TO_FILL_IN] },
    catchAllOrgan: `${id}-desk`,
    policyVersion,
    sweep: { everyMinutes: 1 },
  };
}

/** config/routing/<id>.json: national law alone, until the province says what it decided otherwise. */
export const routingFileOf = ({ id, division }: Territory) => ({
  $schema: '../schemas/json/routing.json',
  province: division,
  catchAll: `${id}-desk`,
  rules: [],
});

/** config/organs/<id>.json, one organ a line. */
export function organsText(organs: readonly Organ[]): string {
  const head = '"$schema": "../schemas/json/organs.json",\n  "note": "机构名称由程序按区划起草，请逐一核对。",';
  return `{\n  ${head}\n  "organs": [\n${organs.map((organ) => `    ${JSON.stringify(organ)}`).join(',\n')}\n  ]\n}\n`;
}
