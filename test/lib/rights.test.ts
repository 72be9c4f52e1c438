import { describe, expect, it } from 'vitest';
import { actionsOf, concerning, functionNames, rightsOf, settingsOf, templateOf } from './provinces.ts';

const template = templateOf('jiangsu');

describe('ledgers of days', () => {
  const LEDGERS = 'FoundationLedgersBucket';
  const bucketIn = (from: typeof template) =>
    Object.entries(from.findResources('AWS::S3::Bucket')).find(([id]) => id.startsWith(LEDGERS))![1].Properties;

  it('are put in by seal-day alone, which may neither delete them nor read a case; who shows a proof, or serves an auditor, reads one', () => {
    const near = functionNames(template).filter((name) => concerning(rightsOf(template, name), LEDGERS).length > 0);
    expect(near).toEqual(['seal-day', 'show-access', 'show-proof']);
    for (const reader of ['show-access', 'show-proof'])
      expect(actionsOf(concerning(rightsOf(template, reader), LEDGERS))).toEqual(['s3:GetObject']);
    const rights = rightsOf(template, 'seal-day');
    expect(actionsOf(concerning(rights, LEDGERS))).toEqual(['s3:GetObject', 's3:ListBucket', 's3:PutObject']);
    expect(concerning(rights, 'FoundationCasesTable')).toMatchObject([
      { Action: 'dynamodb:Query', Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['DAY#*'] } } },
    ]);
  });

  it('are written once and never deleted, whoever asks', () => {
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy')).map(({ Properties }) => Properties);
    const { Statement } = policies.find(({ Bucket }) => Bucket.Ref.startsWith(LEDGERS)).PolicyDocument;
    expect(Statement).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          Effect: 'Deny',
          Action: 's3:PutObject',
          Principal: { AWS: '*' },
          Condition: { Null: { 's3:if-none-match': 'true' } },
        }),
        expect.objectContaining({
          Effect: 'Deny',
          Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
          Principal: { AWS: '*' },
        }),
      ]),
    );
  });

  it('are locked for as long as the province keeps its records, and a demonstration may be taken down', () => {
    const { privacy } = settingsOf('jiangsu');
    expect(bucketIn(template)).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockConfiguration: {
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: privacy.records.years * 366 } },
      },
    });
    expect(bucketIn(templateOf('demo')).ObjectLockConfiguration).toBeUndefined();
  });
});

describe('which complaints are of one sender', () => {
  it('is written by link-senders, which sees no case and no word, and read by the two views of a case', () => {
    const SENDERS = 'FoundationSendersTable';
    const near = functionNames(template).filter((name) => concerning(rightsOf(template, name), SENDERS).length > 0);
    expect(near).toEqual(['desk-pages', 'link-senders', 'show-cases']);
    for (const name of ['desk-pages', 'show-cases'])
      expect(actionsOf(concerning(rightsOf(template, name), SENDERS))).toEqual(['dynamodb:GetItem', 'dynamodb:Query']);
    expect(concerning(rightsOf(template, 'link-senders'), 'FoundationCasesTable')).toEqual([]);
  });
});

describe('the access record', () => {
  const ACCESS = 'FoundationAccessTable';
  const accessRightsOf = (name: string) => actionsOf(concerning(rightsOf(template, name), ACCESS));

  it('is added to by whoever shows something to staff, read by show-access alone, and changed by nobody', () => {
    const near = functionNames(template).filter((name) => accessRightsOf(name).length > 0);
    const add = ['dynamodb:PutItem'];
    expect(Object.fromEntries(near.map((name) => [name, accessRightsOf(name)]))).toEqual({
      'desk-pages': add,
      'draw-papers': add,
      'export-cases': add,
      'open-attachment': add,
      'print-case': add,
      'reveal-complainant': add,
      'show-access': [...add, 'dynamodb:Query'],
      'show-cases': add,
    });
  });

  it('is all that show-access gets at', () => {
    for (const table of ['FoundationCasesTable', 'FoundationVaultTable'])
      expect(concerning(rightsOf(template, 'show-access'), table)).toEqual([]);
  });
});

it('lets each function read its own secrets and no others', () => {
  const readers = functionNames(template).filter((name) =>
    actionsOf(rightsOf(template, name)).includes('secretsmanager:GetSecretValue'),
  );
  expect(readers).toEqual([
    'accept-email',
    'accept-mail-relay',
    'accept-partner-batch',
    'accept-partner-complaint',
    'accept-wechat-message',
    'accept-wecom-message',
    'deliver-notice',
    'desk-enter',
    'desk-login',
    'fetch-media',
    'link-senders',
    'offer-mail-upload',
    'register-complaint',
  ]);
});

it('a demonstration may send mail to nobody but reserved domains, whatever its code does', () => {
  const sending = rightsOf(templateOf('demo'), 'deliver-notice').filter((right) =>
    actionsOf([right]).includes('ses:SendRawEmail'),
  );
  expect(sending).toHaveLength(1);
  const recipients = sending[0]?.Condition?.['ForAllValues:StringLike']?.['ses:Recipients'] as string[];
  expect(recipients).toEqual(expect.arrayContaining(['*@*.example', '*@example.com', '*@simulator.amazonses.com']));
  const isReserved = /^\*@(\*\.)?(example(\.(com|net|org))?|test|invalid|localhost|simulator\.amazonses\.com)$/;
  expect(recipients.filter((recipient) => !isReserved.test(recipient))).toEqual([]);
});

/** The local runner asks roles alone who may use a key; that is the whole truth only as long as this holds. */
describe.each(['jiangsu', 'demo'])('each key of %s', (id) => {
  const keys = Object.entries(templateOf(id).findResources('AWS::KMS::Key'));
  const statementsOf = (key: (typeof keys)[number]) => key[1].Properties.KeyPolicy.Statement as KeyStatement[];

  it.each(keys.map((key) => [key[0], key] as const))('%s leaves it to the roles of the account', (_, key) => {
    const all = statementsOf(key).filter(({ Action }) => Action === 'kms:*');
    expect(all).toMatchObject([{ Effect: 'Allow', Resource: '*' }]);
    expect(JSON.stringify(all[0]!.Principal)).toMatch(/"AWS::AccountId"\},":root"/);
    expect(all[0]).not.toHaveProperty('Condition');
    expect(key[1].Properties.EnableKeyRotation).toBe(true);
  });

  it('admits besides only services of AWS, each on a condition, and denies nothing', () => {
    const others = keys.flatMap(statementsOf).filter(({ Action }) => Action !== 'kms:*');
    expect(others.length).toBeGreaterThan(0);
    for (const { Effect, Principal, Condition } of others) {
      expect([Effect, Object.keys(Principal)]).toEqual(['Allow', ['Service']]);
      expect(Object.keys(Condition ?? {})).not.toEqual([]);
    }
  });
});

interface KeyStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal: Readonly<Record<string, unknown>>;
  readonly Condition?: object;
}
