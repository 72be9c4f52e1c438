import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ProvinceFile, type ProvinceSettings } from '../../config/schemas/province.ts';
import { ORGAN_LEVELS } from '../../domain/organs.ts';
import type { Person } from '../login/people.ts';
import type { StaffTokens } from '../login/tokens.ts';

/** What a tester needs to get an answer from the stack. */
export interface Credentials {
  readonly wechat: { readonly token: string; readonly encodingAesKey: string; readonly appId: string };
  /** Where the province has WeCom. */
  readonly wecom?: { readonly token: string; readonly encodingAesKey: string; readonly corpId: string };
  readonly partners: Readonly<Record<string, { readonly secret: string }>>;
  readonly mailRelay: { readonly secret: string };
  /** Bearer tokens of heads of organs, by level or department, and of the reviewer beside each: `county-reviewer`. */
  readonly staff: Readonly<Record<string, string>>;
  /** Who can be chosen first when one logs in at the desk: somebody of each role. */
  readonly people: readonly Person[];
}

const CONFIG = join(import.meta.dirname, '../../config');

/** A province's settings; an error in one line if there is no such province or its file is broken. */
export function readProvince(id: string): ProvinceSettings {
  const path = join(CONFIG, 'provinces', `${id}.json`);
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(path)) throw new Error(`there is no province ${id} in config/provinces`);
  try {
    return ProvinceFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).replace(/\s+/g, ' ') : (error as Error).message;
    throw new Error(`config/provinces/${id}.json is broken: ${reason}`);
  }
}

/**
 * Demonstration secrets: the same in every run, so that a recorded request still fits, and worth nothing anywhere else.
 */
export function demoCredentials(province: ProvinceSettings): Omit<Credentials, 'staff' | 'people'> {
  return {
    wechat: { ...sealKeys(province, 'wechat'), appId: province.wechat.appId },
    ...(province.wecom && { wecom: { ...sealKeys(province, 'wecom'), corpId: province.wecom.corpId } }),
    partners: Object.fromEntries(
      province.partners.map(({ name }) => [name, { secret: webhookSecret(province, name) }]),
    ),
    mailRelay: { secret: webhookSecret(province, 'mail relay') },
  };
}

/** The content of each secret that the province file names, in the form its reader expects. */
export function demoSecrets(
  province: ProvinceSettings,
  credentials: Omit<Credentials, 'staff' | 'people'>,
  smtpPort: number | undefined,
): ReadonlyMap<string, unknown> {
  const { secrets } = province;
  const partners = Object.entries(credentials.partners).map(([name, { secret }]) => [name, { secrets: [secret] }]);
  const entries: [string | undefined, unknown][] = [
    [secrets.wechat, { ...credentials.wechat, appSecret: appSecretFor(province, 'wechat') }],
    [
      secrets.wecom,
      credentials.wecom && { ...credentials.wecom, corpSecret: appSecretFor(province, 'wecom'), agentId: 1000002 },
    ],
    [secrets.partners, Object.fromEntries(partners)],
    [secrets.callbacks, Object.fromEntries(partners)],
    [secrets.mailRelay, { secrets: [credentials.mailRelay.secret] }],
    [secrets.repeats, { key: bytesFor(province, 'repeats').toString('hex').slice(0, 16) }],
    [secrets.threads, { key: bytesFor(province, 'threads').toString('hex') }],
    [secrets.senders, { keys: [bytesFor(province, 'senders').toString('hex')] }],
    [secrets.desk, { clientSecret: deskSecretFor(province) }],
    [
      secrets.sms,
      {
        aliyun: { accessKeyId: 'local', accessKeySecret: 'local' },
        tencent: { secretId: 'local', secretKey: 'local' },
      },
    ],
    [secrets.smtp, smtpPort && { host: '127.0.0.1', port: smtpPort, secure: false, plain: true }],
  ];
  return new Map(entries.filter((entry): entry is [string, unknown] => Boolean(entry[0] && entry[1])));
}

function sealKeys(province: ProvinceSettings, owner: string) {
  const encodingAesKey = bytesFor(province, owner).toString('base64').slice(0, 43);
  return { token: `local${province.id}`, encodingAesKey };
}

/** What our functions tell the local WeChat or WeCom for a token. */
export function appSecretFor(province: ProvinceSettings, owner: 'wechat' | 'wecom'): string {
  return bytesFor(province, `${owner} app`).toString('hex').slice(0, 32);
}

/** What the desk proves itself with at the local provider. */
export const deskSecretFor = (province: ProvinceSettings): string => bytesFor(province, 'desk').toString('hex');

function webhookSecret(province: ProvinceSettings, owner: string): string {
  return `whsec_${bytesFor(province, owner).toString('base64')}`;
}

function bytesFor({ id }: ProvinceSettings, owner: string): Buffer {
  return createHash('sha256').update(`local demonstration, ${id}, ${owner}`).digest();
}

const OrgansFile = z.union([z.array(z.unknown()), z.object({ organs: z.array(z.unknown()) })]);
const OrganEntry = z.object({
  ...{ id: z.string(), name: z.string(), level: z.string(), department: z.string() },
  robot: z.string().optional(),
});

/** Departments beside the environment's whose staff act in the sample day, by the name of their token. */
const OTHER_DEPARTMENTS = { urban: 'urban-management', transport: 'transport', resources: 'natural-resources' };

function organsOf({ id }: ProvinceSettings): readonly z.infer<typeof OrganEntry>[] {
  const path = join(CONFIG, 'organs', `${id}.json`);
  if (!existsSync(path)) return [];
  const file = OrgansFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  return (Array.isArray(file) ? file : file.organs).map((organ) => OrganEntry.parse(organ));
}

/** Names of the robots of working groups. */
export const robotsOf = (province: ProvinceSettings): readonly string[] =>
  organsOf(province).flatMap(({ robot }) => robot ?? []);

/**
 * One head of each kind, who may do whatever their people may, a reviewer, who signs what the head proposes, and an auditor: of the
 * first environment bureau at each level, and of the first organ of some other departments.
 */
export async function staffCredentials(province: ProvinceSettings, tokens: StaffTokens): Promise<Credentials['staff']> {
  const organs = organsOf(province);
  const chosen = [
    ...ORGAN_LEVELS.map((level) => ({
      name: level,
      organ: organs.find((organ) => organ.department === 'ecology' && organ.level === level),
    })),
    ...Object.entries(OTHER_DEPARTMENTS).map(([name, department]) => ({
      name,
      organ: organs.find((organ) => organ.department === department),
    })),
  ];
  const issued = chosen.map(async ({ name, organ }) => {
    if (!organ) return [];
    const token = (role: 'head' | 'reviewer' | 'auditor', title: string) =>
      tokens.issue(province.staff, {
        sub: `${organ.id}-${role}`,
        organ: organ.id,
        role,
        name: `${organ.name}${title}`,
      });
    return [
      [name, await token('head', '负责人')],
      [`${name}-reviewer`, await token('reviewer', '审核人')],
      [`${name}-auditor`, await token('auditor', '审计人员')],
    ];
  });
  return Object.fromEntries((await Promise.all(issued)).flat());
}
