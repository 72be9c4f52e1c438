import { describe, expect, it } from 'vitest';
import {
  complaintSlice,
  contactSlice,
  enclosuresSlice,
  existenceSlice,
  mediaSlice,
  originSlice,
  querySlice,
  senderSlice,
  waySlice,
} from '../../adapters/dynamodb/vault/vault-item.ts';
import { actionsOf, concerning, functionNames, rightsOf, templateOf } from './provinces.ts';

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
  'register-complaint': complaintSlice,
  'show-cases': complaintSlice,
  'print-case': complaintSlice,
  'open-attachment': enclosuresSlice,
  'desk-pages': complaintSlice,
  'reveal-complainant': senderSlice,
  'deliver-notice': contactSlice,
  'show-progress': querySlice,
  'show-progress-page': querySlice,
  'show-proof': querySlice,
  'link-senders': originSlice,
  'rate-answer': querySlice,
};
const writers = [
  ...['accept-web-complaint', 'accept-web-form', 'serve-photo-page'],
  ...['accept-email', 'submit-drafts'],
];
/** They put in what may belong to earlier complaints, and must know something of those. */
const followers = {
  'accept-supplement': querySlice,
  'accept-supplement-form': querySlice,
  'accept-wechat-message': querySlice,
  'accept-wecom-message': querySlice,
  'accept-partner-complaint': existenceSlice,
  'accept-partner-batch': existenceSlice,
  'desk-enter': complaintSlice,
};
const others = [...Object.keys(followers), 'clean-photo', 'fetch-media', 'queue-complaints', 'reconcile-day'];

describe('who may look into the vault', () => {
  it.each(Object.entries(readers))(
    '%s reads one complaint at a time, and of it what its adapter asks for',
    (name, slice) => {
      expect(actionsOf(itemRightsOf(name))).toEqual(['dynamodb:GetItem']);
      expect(attributesOf(name)).toEqual([Object.keys(slice().shape)].map((names) => expect.arrayContaining(names)));
      expect((attributesOf(name)[0] as string[]).toSorted()).toEqual(Object.keys(slice().shape).toSorted());
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
        Object.keys(slice().shape),
      ]);
    },
  );

  it('reconcile-day reads which way complaints have come, all of them, and no word of any', () => {
    expect(actionsOf(vaultRightsOf('reconcile-day'))).toEqual(['dynamodb:GetItem', 'dynamodb:Scan']);
    expect(attributesOf('reconcile-day')).toEqual([Object.keys(waySlice().shape)]);
  });

  it('fetch-media reads what was sent along, and writes that and nothing else', () => {
    const [read, write] = vaultRightsOf('fetch-media');
    expect(read).toMatchObject({ Action: 'dynamodb:GetItem' });
    expect(attributesOf('fetch-media')).toEqual([Object.keys(mediaSlice().shape), ['receipt', 'attachments']]);
    expect(write).toMatchObject({
      Action: 'dynamodb:UpdateItem',
      Condition: {
        StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
        Null: { 'dynamodb:Attributes': 'false' },
      },
    });
  });

  it('clean-photo puts in photos, and notes on attachments that one never came', () => {
    expect(actionsOf(vaultRightsOf('clean-photo'))).toEqual(['dynamodb:PutItem', 'dynamodb:UpdateItem']);
    expect(attributesOf('clean-photo')).toEqual([undefined, ['receipt', 'attachments']]);
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
