import { expect, it } from 'vitest';
import { actionsOf, concerning, functionNames, rightsOf, templateOf } from './provinces.ts';

const template = templateOf('jiangsu');
const rightsTo = (name: string) => actionsOf(concerning(rightsOf(template, name), 'FoundationNotices'));

it('what people were told is kept by deliver-notice alone, and nobody changes or deletes it', () => {
  const near = functionNames(template).filter((name) => rightsTo(name).length > 0);
  expect(Object.fromEntries(near.map((name) => [name, rightsTo(name)]))).toEqual({
    'deliver-notice': ['dynamodb:PutItem', 'dynamodb:Query'],
    'desk-pages': ['dynamodb:Query'],
    'record-bounces': ['dynamodb:Query'],
    'show-cases': ['dynamodb:Query'],
  });
});

it('is encrypted, can be restored, and is forgotten by itself', () => {
  const tables = Object.entries(template.findResources('AWS::DynamoDB::Table'));
  const [, { Properties }] = tables.find(([id]) => id.startsWith('FoundationNotices'))!;
  expect(Properties).toMatchObject({
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    DeletionProtectionEnabled: true,
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
  });
});
