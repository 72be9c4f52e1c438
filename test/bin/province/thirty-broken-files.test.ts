import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../../bin/province/check.ts';
import { checkConfig } from '../../../config/schemas/check.ts';
import { editedConfig, TODAY } from '../../support/edited-config.ts';

const { folder, edit } = editedConfig();

// biome-ignore lint/suspicious/noExplicitAny: a file as somebody may have edited it.
type Break = (content: any) => void;

/** What somebody did to a file; where, why and how to mend it, as they are told. */
// biome-ignore format: a table, one row for each deed.
const BROKEN: readonly (readonly [file: string, does: string, change: Break, pointer: string, why: string, fix: string])[] = [
  ['provinces/yunnan', 'misspells a setting', (p) => rename(p, 'organiser', 'organizer'), '', '"organizer"', 'did you mean "organiser"?'],
  ['provinces/yunnan', 'leaves a setting out', (p) => delete p.privacy, '/privacy', 'is missing', 'contact and records'],
  ['provinces/yunnan', 'leaves the letters in small', (p) => set(p, 'letters', 'yn'), '/letters', 'two capital letters', 'GB/T 2260'],
  ['provinces/yunnan', 'gives a city for a province', (p) => set(p, 'division', '530100'), '/division', 'of a province', '410000'],
  ['provinces/yunnan', 'leaves the country', (p) => set(p, 'region', 'ap-southeast-1'), '/region', 'may not leave the country', 'cn-north-1'],
  ['provinces/yunnan', 'writes an address without @', (p) => set(p.mail, 'from', 'notice'), '/mail/from', 'email', 'notices come from'],
  ['provinces/yunnan', 'adds a plus to the intake', (p) => set(p.mail, 'intake', 'a+b@c.example'), '/mail/intake', 'no plus sign', 'people complain'],
  ['provinces/yunnan', 'invents a placeholder', (p) => set(p.sms.templates[1], 'text', '您好，$' + '{name}'), '/sms/templates/1/text', 'not known', 'placeholders'],
  ['provinces/yunnan', 'names a template by words', (p) => set(p.sms.providers[0].codes, 'staff', '通知'), '/sms/providers/0/codes/staff', 'template code', 'SMS_100001'],
  ['provinces/yunnan', 'lets staff in without TLS', (p) => set(p.staff, 'issuer', 'http://login.yunnan.example/'), '/staff/issuer', 'URL', 'https'],
  ['provinces/yunnan', 'misspells a format', (p) => set(p.partners[0], 'adapter', 'order-12346'), '/partners/0/adapter', 'no config/partners/order-12346.json', 'did you mean "order-12345"?'],
  ['provinces/yunnan', 'gives a right that is none', (p) => set(p.partners[1], 'may', ['sing']), '/partners/1/may/0', 'Invalid option', 'send-back'],
  ['provinces/yunnan', 'copies an AppID badly', (p) => set(p.wechat, 'appId', 'wx53'), '/wechat/appId', 'must be an app id', 'mp.weixin.qq.com'],
  ['provinces/yunnan', 'forgets the secret of SMTP', (p) => delete p.secrets.smtp, '/secrets/smtp', 'when mail.transport is smtp', 'Secrets Manager'],
  ['provinces/yunnan', 'keeps logs for 100 days', (p) => set(p.retentionDays, 'logs', 100), '/retentionDays/logs', 'expected one of', 'CloudWatch Logs'],
  ['provinces/yunnan', 'locks for longer than it keeps', (p) => set(p, 'objectLock', { days: 9000 }), '/objectLock/days', 'not be longer', 'retentionDays.evidence'],
  ['provinces/yunnan', 'wakes nobody', (p) => set(p.alarms, 'emails', []), '/alarms/emails', 'Too small', 'on call'],
  ['provinces/yunnan', 'names a version that is not there', (p) => set(p, 'policyVersion', '2026-9'), '/policyVersion', 'not in config/clocks.json', 'did you mean "2026-1"?'],
  ['provinces/yunnan', 'names a desk that is not there', (p) => set(p, 'catchAllOrgan', 'yunnan-dask'), '/catchAllOrgan', 'not in config/organs', 'did you mean "yunnan-desk"?'],
  ['provinces/yunnan', 'takes a partner for an organ that is not there', (p) => set(p.partners[0], 'organ', 'yunnan-dask'), '/partners/0/organ', 'not in config/organs', 'did you mean "yunnan-desk"?'],
  ['provinces/yunnan', 'sweeps every hour', (p) => set(p.sweep, 'everyMinutes', 60), '/sweep/everyMinutes', 'Too big', '1 to 5'],
  ['organs/yunnan', 'misspells a department', ({ organs }) => set(organs[3], 'department', 'ecolgy'), '/organs/3/department', '"ecolgy" is not in config/matters.json', 'did you mean "ecology"?'],
  ['organs/yunnan', 'says a department short', ({ organs }) => set(organs[4], 'department', 'urban'), '/organs/4/department', '"urban" is not in', 'did you mean "urban-management"?'],
  ['organs/yunnan', 'leaves out a digit of a phone', ({ organs }) => set(organs[5].contacts[0], 'phone', '1390000000'), '/organs/5/contacts/0/phone', 'eleven digits', 'mobile number'],
  ['organs/yunnan', 'reaches nobody', ({ organs }) => set(organs[6], 'contacts', []), '/organs/6/contacts', 'names nobody', '--people'],
  ['organs/yunnan', 'uses an id twice', ({ organs }) => set(organs[8], 'id', organs[7].id), '/organs/8/id', 'stands twice', '/organs/7'],
  ['organs/yunnan', 'misspells a superior', ({ organs }) => set(organs[9], 'superior', 'yunnan-ecologie'), '/organs/9/superior', 'unknown superior', 'did you mean "yunnan-ecology"?'],
  ['organs/yunnan', 'goes to another province', ({ organs }) => set(organs[10], 'division', '440100'), '/organs/10/division', 'does not lie in', 'area that it answers for'],
  ['routing/yunnan', 'misspells a matter', ({ rules }) => rules.push({ ...RULE, id: 'a', matters: ['cookng-fumes'] }), '/rules/0/matters', '"cookng-fumes" is not in', 'did you mean "cooking-fumes"?'],
  ['routing/yunnan', 'misspells who leads', ({ rules }) => rules.push({ ...RULE, id: 'b', lead: 'watr' }), '/rules/1', '"watr" is not in', 'did you mean "water"?'],
  ['routing/yunnan', 'ships a guess as a fact', ({ rules }) => rules.push({ ...RULE, id: 'c', confidence: 'K' }), '/rules/2/needsVerification', 'must be true', 'somebody has read'],
  ['routing/yunnan', 'takes a place of another province', ({ rules }) => rules.push({ ...RULE, id: 'd', divisions: ['440100'] }), '/rules/3/divisions', 'does not lie in', 'within the province'],
  ['routing/yunnan', 'uses a name twice', ({ rules }) => rules.push({ ...RULE, id: 'd' }), '/rules/4/id', 'stands twice', 'no other rule'],
  ['ladders/default', 'chases a clock that is not there', ({ clocks }) => rename(clocks, 'handle', 'hndle'), '/clocks/hndle', 'no clock', 'did you mean "handle"?'],
  ['partners/standard', 'asks for what it does not place', (format) => delete format.fields.text, '/fields', 'where text is', 'add "text"'],
];

const RULE = { id: 'x', lead: 'water', basis: '省政府文件', confidence: 'A' };

function set(of: object, key: string, value: unknown): void {
  Reflect.set(of, key, value);
}

function rename(of: object, from: string, to: string): void {
  Reflect.set(of, to, Reflect.get(of, from));
  Reflect.deleteProperty(of, from);
}

describe('a person who broke thirty things in one evening', () => {
  beforeEach(() => {
    for (const [file, , change] of BROKEN) edit(`${file}.json`, change);
    writeFileSync(join(folder(), 'calendar.json'), '{"years": ');
  });

  it('is told of each in one round: where, why, and what to do', () => {
    const { findings } = checkConfig(folder(), TODAY);
    const untold = BROKEN.filter(
      ([file, , , pointer, why, fix]) =>
        !findings.some(
          (one) =>
            one.file === `${file}.json` &&
            one.pointer === pointer &&
            one.message.includes(why) &&
            one.fix.includes(fix),
        ),
    ).map(
      ([file, does, , pointer]) =>
        `${file} ${does}: ${findings
          .filter((one) => one.file === `${file}.json` && one.pointer === pointer)
          .map(({ message, fix }) => `${message} → ${fix}`)
          .join(' | ')}`,
    );
    expect(untold).toEqual([]);
    expect(findings.find(({ file }) => file === 'calendar.json')).toMatchObject({
      message: expect.stringContaining('is not JSON'),
      fix: expect.stringContaining('brackets'),
    });
  });

  it('reads the same from the command, with nothing of the provinces beside', () => {
    const { lines, failed } = check({ name: 'yunnan', config: folder() });
    expect(failed).toBe(true);
    const at = lines.indexOf('fault   config/organs/yunnan.json /organs/3/department');
    expect(lines.slice(at + 1, at + 3)).toEqual([
      '  why: department "ecolgy" is not in config/matters.json',
      expect.stringMatching(/^ {2}fix: name one of .*: did you mean "ecology"\?$/),
    ]);
    expect(lines.join('\n')).not.toMatch(/jiangsu|demo\.json/);
  });
});

it('a person who broke nothing is shown the way on', () => {
  const { lines, failed } = check({ name: 'yunnan', config: folder() });
  expect(failed).toBeUndefined();
  expect(lines.at(-1)).toBe('next: npm run province -- explain yunnan');
});

it('who asks for a province that is not there is told how to make it', () => {
  expect(check({ name: 'atlantis', config: folder() })).toMatchObject({
    failed: true,
    lines: [expect.stringContaining('npm run province -- new atlantis')],
  });
});

it('one fault of many organs is told once, with how many they are', () => {
  edit('organs/yunnan.json', ({ organs }) => {
    for (const organ of organs) organ.contacts = [];
  });
  expect(check({ name: 'yunnan', config: folder() }).lines).toContain(
    'fault   config/organs/yunnan.json /organs/0/contacts, /organs/1/contacts, /organs/2/contacts and 15 more',
  );
});
