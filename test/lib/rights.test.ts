import { describe, expect, it } from 'vitest';
import { privacyOf } from '../../adapters/config/read-privacy.ts';
import {
  ComplaintSlice,
  ContactSlice,
  EnclosuresSlice,
  ExistenceSlice,
  MediaSlice,
  OriginSlice,
  QuerySlice,
  SenderSlice,
} from '../../adapters/dynamodb/vault-item.ts';
import { privacyPage } from '../../functions/shared/pages/privacy-page.ts';
import { law } from '../support/rules.ts';
import { actionsOf, concerning, functionNames, rightsOf, settingsOf, templateOf } from './provinces.ts';

const template = templateOf('jiangsu');
const VAULT = 'FoundationVaultTable';
const vaultRightsOf = (name: string) => concerning(rightsOf(template, name), VAULT);
/** What following the stream takes, which holds keys only. */
const STREAM = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
const itemRightsOf = (name: string) =>
  vaultRightsOf(name).filter((right) => !actionsOf([right]).some((action) => STREAM.includes(action)));
const attributesOf = (name: string) =>
  itemRightsOf(name).map(({ Condition }) => Condition?.['ForAllValues:StringEquals']?.['dynamodb:Attributes']);

const readers = {
  'register-complaint': ComplaintSlice,
  'show-cases': ComplaintSlice,
  'print-case': ComplaintSlice,
  'open-attachment': EnclosuresSlice,
  'desk-pages': ComplaintSlice,
  'desk-files': EnclosuresSlice,
  'reveal-complainant': SenderSlice,
  'deliver-notice': ContactSlice,
  'show-progress': QuerySlice,
  'show-progress-page': QuerySlice,
  'show-proof': QuerySlice,
  'link-senders': OriginSlice,
  'rate-answer': QuerySlice,
};
const writers = [
  ...['accept-web-complaint', 'accept-web-form', 'serve-photo-page', 'clean-photo'],
  ...['accept-email', 'submit-drafts'],
];
/** They put in what may belong to earlier complaints, and must know something of those. */
const followers = {
  'accept-supplement': QuerySlice,
  'accept-supplement-form': QuerySlice,
  'accept-wechat-message': QuerySlice,
  'accept-wecom-message': QuerySlice,
  'accept-partner-complaint': ExistenceSlice,
  'accept-partner-batch': ExistenceSlice,
  'desk-enter': ComplaintSlice,
};
const others = [...Object.keys(followers), 'fetch-media', 'queue-complaints'];

describe('who may look into the vault', () => {
  it.each(Object.entries(readers))(
    '%s reads one complaint at a time, and of it what its adapter asks for',
    (name, slice) => {
      expect(actionsOf(itemRightsOf(name))).toEqual(['dynamodb:GetItem']);
      expect(attributesOf(name)).toEqual([Object.keys(slice.shape)].map((names) => expect.arrayContaining(names)));
      expect((attributesOf(name)[0] as string[]).toSorted()).toEqual(Object.keys(slice.shape).toSorted());
    },
  );

  it.each(Object.keys(readers))('%s must name the attributes it reads', (name) => {
    expect(itemRightsOf(name)[0]?.Condition).toMatchObject({
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      Null: { 'dynamodb:Attributes': 'false' },
    });
  });

  it('lets those alone see how to reach a complainant who tell them, or whom an officer asks with a reason', () => {
    const readsContact = functionNames(template).filter((name) =>
      JSON.stringify(attributesOf(name)).includes('contact'),
    );
    expect(readsContact).toEqual(['deliver-notice', 'link-senders', 'reveal-complainant']);
  });

  it('lets those alone see the query code who are told it, and deliver-notice, which tells it to whose it is', () => {
    const readsCode = functionNames(template).filter((name) =>
      JSON.stringify(attributesOf(name)).includes('queryCode'),
    );
    expect(readsCode).toEqual([
      ...['accept-supplement', 'accept-supplement-form', 'accept-wechat-message', 'accept-wecom-message'],
      ...['deliver-notice', 'rate-answer', 'show-progress', 'show-progress-page', 'show-proof'],
    ]);
  });

  it.each(writers)('%s puts complaints in and reads none', (name) => {
    expect(actionsOf(vaultRightsOf(name))).toEqual(['dynamodb:PutItem']);
  });

  it.each(Object.entries(followers))(
    '%s puts complaints in, and reads no more than its slice of one',
    (name, slice) => {
      const rights = vaultRightsOf(name);
      expect(actionsOf(rights)).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem']);
      const read = rights.filter((right) => actionsOf([right]).includes('dynamodb:GetItem'));
      expect(read.map(({ Condition }) => Condition?.['ForAllValues:StringEquals']?.['dynamodb:Attributes'])).toEqual([
        Object.keys(slice.shape),
      ]);
    },
  );

  it('fetch-media reads what was sent along, and writes that and nothing else', () => {
    const [read, write] = vaultRightsOf('fetch-media');
    expect(read).toMatchObject({ Action: 'dynamodb:GetItem' });
    expect(attributesOf('fetch-media')).toEqual([Object.keys(MediaSlice.shape), ['receipt', 'attachments']]);
    expect(write).toMatchObject({
      Action: 'dynamodb:UpdateItem',
      Condition: {
        StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
        Null: { 'dynamodb:Attributes': 'false' },
      },
    });
  });

  it('gives queue-complaints the stream, which holds keys only, and not the table', () => {
    expect(actionsOf(vaultRightsOf('queue-complaints'))).toEqual([
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
    ]);
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [{ AttributeName: 'receipt', KeyType: 'HASH' }],
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    });
  });

  it('lets nobody else near it', () => {
    const near = functionNames(template).filter((name) => vaultRightsOf(name).length > 0);
    expect(near).toEqual([...Object.keys(readers), ...writers, ...others].toSorted());
  });

  it('has a key of its own, which only those who may read or write it may use', () => {
    const users = functionNames(template).filter(
      (name) => concerning(rightsOf(template, name), 'FoundationVaultKey').length > 0,
    );
    expect(users).toEqual([...Object.keys(readers), ...writers, ...others].toSorted());
  });
});

describe('who may touch uploads', () => {
  const INBOX = 'WebInboxBucket';
  const inboxRightsOf = (name: string) => actionsOf(concerning(rightsOf(template, name), INBOX));
  const OFFER = ['s3:PutObject'];
  const READ = ['s3:GetObject', 's3:ListBucket'];
  const allowed: Record<string, string[]> = {
    'accept-web-form': OFFER,
    'accept-supplement-form': OFFER,
    'offer-material': OFFER,
    'offer-upload': OFFER,
    'clean-photo': READ,
    'serve-photo-page': [...READ, ...OFFER].toSorted(),
  };

  it('are those who sign forms for them, who cleans them, and who shows what they know of their place', () => {
    const near = functionNames(template).filter((name) => inboxRightsOf(name).length > 0);
    expect(Object.fromEntries(near.map((name) => [name, inboxRightsOf(name)]))).toEqual(allowed);
  });

  it.each(Object.keys(allowed))('%s gets at uploads/ only', (name) => {
    const objects = concerning(rightsOf(template, name), INBOX).filter(
      (right) => !actionsOf([right]).includes('s3:ListBucket'),
    );
    for (const { Resource } of objects) expect(JSON.stringify(Resource)).toContain('/uploads/*"');
  });

  it('forgets them after three days, as the privacy page says', () => {
    const demo = settingsOf('demo');
    const [inbox] = Object.entries(template.findResources('AWS::S3::Bucket')).find(([id]) => id.startsWith(INBOX))!;
    expect(template.findResources('AWS::S3::Bucket')[inbox]!.Properties.LifecycleConfiguration.Rules).toMatchObject([
      { ExpirationInDays: 3, Status: 'Enabled' },
    ]);
    expect(JSON.stringify(privacyPage(demo, privacyOf(demo), law).main)).toContain('最多3天');
  });
});

describe('who may touch evidence', () => {
  const EVIDENCE = 'FoundationEvidenceBucket';
  const placesOf = (name: string) =>
    concerning(rightsOf(template, name), EVIDENCE).flatMap((right) => {
      const [, prefix] = /"\/([\w/]+)\/\*"/.exec(JSON.stringify(right.Resource)) ?? [];
      return actionsOf([right]).map((action) => `${action} ${prefix}`);
    });

  it('is each for one purpose, under its prefix; staff never open raw mails, which tell who wrote', () => {
    const near = functionNames(template).filter((name) => placesOf(name).length > 0);
    expect(Object.fromEntries(near.map((name) => [name, placesOf(name).toSorted()]))).toEqual({
      'accept-email': ['s3:GetObject mail', 's3:PutObject attachments'],
      'accept-mail-relay': ['s3:PutObject mail'],
      'clean-photo': ['s3:PutObject uploads'],
      'command-case': ['s3:GetObject uploads/cases'],
      'desk-files': ['s3:GetObject attachments', 's3:GetObject uploads'],
      'fetch-media': ['s3:PutObject attachments'],
      'offer-mail-upload': ['s3:PutObject mail'],
      'open-attachment': ['s3:GetObject attachments', 's3:GetObject uploads'],
      'print-case': ['s3:GetObject attachments', 's3:GetObject uploads'],
    });
  });

  it('lets whoever commands learn that a file is there, and read nothing of it', () => {
    expect(concerning(rightsOf(template, 'command-case'), 'FoundationEvidenceKey')).toEqual([]);
  });

  it('lets staff decrypt it and not encrypt', () => {
    const keyRights = concerning(rightsOf(template, 'open-attachment'), 'FoundationEvidenceKey');
    expect(actionsOf(keyRights)).toEqual(['kms:Decrypt', 'kms:DescribeKey']);
  });
});

describe('ledgers of days', () => {
  const LEDGERS = 'FoundationLedgersBucket';
  const bucketIn = (from: typeof template) =>
    Object.entries(from.findResources('AWS::S3::Bucket')).find(([id]) => id.startsWith(LEDGERS))![1].Properties;

  it('are put in by seal-day alone, which may neither delete them nor read a case; who shows a proof reads one', () => {
    const near = functionNames(template).filter((name) => concerning(rightsOf(template, name), LEDGERS).length > 0);
    expect(near).toEqual(['seal-day', 'show-proof']);
    expect(actionsOf(concerning(rightsOf(template, 'show-proof'), LEDGERS))).toEqual(['s3:GetObject']);
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
      'desk-files': add,
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
    for (const table of ['FoundationCasesTable', VAULT])
      expect(concerning(rightsOf(template, 'show-access'), table)).toEqual([]);
  });
});

describe('archives of cases', () => {
  const ARCHIVES = 'DeskArchivesBucket';
  const [, archives] = Object.entries(template.findResources('AWS::S3::Bucket')).find(([id]) =>
    id.startsWith(ARCHIVES),
  )!;

  it('are put in and handed out by print-case alone', () => {
    const near = functionNames(template).filter((name) => concerning(rightsOf(template, name), ARCHIVES).length > 0);
    expect(near).toEqual(['print-case']);
    const rights = actionsOf(concerning(rightsOf(template, 'print-case'), ARCHIVES));
    expect(rights.toSorted()).toEqual(['s3:GetObject', 's3:PutObject']);
  });

  it('are gone the next day: no version and no lock keeps a copy of a letter', () => {
    const { LifecycleConfiguration, VersioningConfiguration, ObjectLockEnabled } = archives.Properties;
    expect(LifecycleConfiguration.Rules).toMatchObject([{ ExpirationInDays: 1 }]);
    expect([VersioningConfiguration, ObjectLockEnabled]).toEqual([undefined, undefined]);
  });
});

describe('who may write cases', () => {
  const CASES = 'FoundationCasesTable';
  const writes = (name: string) =>
    actionsOf(concerning(rightsOf(template, name), CASES)).filter((action) => /Put|Update|Delete/.test(action));

  it('are those who register, sweep, recompute, carry out commands, rate, join or record a delivery', () => {
    expect(functionNames(template).filter((name) => writes(name).length > 0)).toEqual([
      'command-case',
      'deliver-notice',
      'desk-acts',
      'desk-pages',
      'rate-answer',
      'recompute-deadlines',
      'record-bounces',
      'register-complaint',
      'relay-events',
      'reveal-complainant',
      'show-cases',
      'sweep-deadlines',
    ]);
  });

  it('and of those for staff the ones that command read no complaint, and those that show change no case', () => {
    expect(['command-case', 'desk-acts', 'export-cases', 'draw-papers'].flatMap(vaultRightsOf)).toEqual([]);
    expect(['open-attachment', 'desk-files', 'print-case', 'export-cases', 'draw-papers'].flatMap(writes)).toEqual([]);
    const sights = { Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SEEN#*'] } } };
    for (const name of ['show-cases', 'desk-pages']) {
      const rights = concerning(rightsOf(template, name), CASES);
      expect(rights.filter(({ Action }) => Action === 'dynamodb:PutItem')).toMatchObject([sights]);
    }
  });

  it('nobody deletes or scans: what happened to a case stays on record', () => {
    for (const name of functionNames(template)) {
      const rights = rightsOf(template, name);
      expect(actionsOf(rights).join()).not.toMatch(/dynamodb:\w*Scan/);
      const kept = [CASES, VAULT].flatMap((table) => concerning(rights, table));
      expect(actionsOf(kept).join()).not.toMatch(/dynamodb:\w*Delete/);
    }
  });

  it('the sweep may besides put a case off, and by that change nothing else of it', () => {
    const rights = concerning(rightsOf(template, 'sweep-deadlines'), CASES);
    expect(rights.filter(({ Action }) => Action === 'dynamodb:UpdateItem')).toMatchObject([
      {
        Condition: {
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'dueAt'] },
          Null: { 'dynamodb:Attributes': 'false' },
        },
      },
    ]);
  });

  it('nobody but relay-events enters under a day what was changed on it', () => {
    const limitsOf = (name: string) =>
      concerning(rightsOf(template, name), CASES)
        .filter(({ Action }) => Action === 'dynamodb:PutItem')
        .map(({ Condition }) => Condition);
    const notEntries = { 'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': ['DAY#*'] } };
    const recordsOther = ['deliver-notice', 'record-bounces', 'show-cases', 'desk-pages'];
    const writers = functionNames(template).filter((name) => limitsOf(name).length > 0);
    for (const name of writers.filter((one) => one !== 'relay-events' && !recordsOther.includes(one))) {
      expect([name, limitsOf(name)]).toEqual([name, [notEntries]]);
    }
    expect(limitsOf('relay-events')).toEqual([
      notEntries,
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['DAY#*'] } },
    ]);
  });

  it.each(['relay-events', 'deliver-notice'])(
    '%s may besides change what is gathered of incidents, and nothing of a case',
    (name) => {
      const rights = concerning(rightsOf(template, name), CASES);
      expect(rights.filter(({ Action }) => Action === 'dynamodb:UpdateItem')).toMatchObject([
        { Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['INCIDENT#*'] } } },
      ]);
    },
  );

  it.each(['deliver-notice', 'record-bounces'])(
    '%s can write nothing that has the shape of a case or an event',
    (name) => {
      const rights = concerning(rightsOf(template, name), CASES).filter(({ Action }) => Action === 'dynamodb:PutItem');
      expect(rights).toHaveLength(1);
      expect(rights[0]).toMatchObject({
        Action: 'dynamodb:PutItem',
        Condition: {
          'ForAllValues:StringEquals': {
            'dynamodb:Attributes': [
              ...['pk', 'sk', 'at', 'subject', 'claimedBy', 'claimedAt', 'state', 'attempts', 'version'],
              ...['waiting', 'movedOn', 'duePk', 'dueAt'],
            ],
          },
        },
      });
    },
  );
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
