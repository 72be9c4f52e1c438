import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { functionNamed, rightsOf, templateOf } from './provinces.ts';

const demo = templateOf('demo');
const jiangsu = templateOf('jiangsu');

describe('the template of a province in China', () => {
  it('never says arn:aws: or amazonaws.com where its partition has names of its own', () => {
    const text = JSON.stringify(jiangsu.toJSON());
    expect(text).not.toContain('arn:aws:');
    expect(
      text.match(/[a-z0-9.-]+\.amazonaws\.com(?!\.cn)/g)?.filter((host) => host.includes('cn-north-1')) ?? [],
    ).toEqual([]);
  });

  it('asks nothing of SES, which is not there', () => {
    expect(JSON.stringify(jiangsu.toJSON())).not.toMatch(/AWS::SES|"ses:|ses\.amazonaws/);
    expect(functionNamed(jiangsu, 'deliver-notice').Environment.Variables).toMatchObject({
      EMAIL_TRANSPORT: 'smtp',
      SMTP_SECRET_NAME: 'huiyin/jiangsu/smtp',
    });
  });

  it('traces with logs only, for X-Ray does not work with Lambda there', () => {
    expect(JSON.stringify(jiangsu.toJSON())).not.toMatch(/xray|TracingConfig/i);
  });

  it('locks evidence where the province asks for it', () => {
    jiangsu.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 1095, Mode: 'COMPLIANCE' } } },
    });
    expect(Object.values(demo.findResources('AWS::S3::Bucket'))[0]?.Properties).not.toHaveProperty('ObjectLockEnabled');
  });
});

describe('mail', () => {
  it('comes in through SES where the region receives, into the evidence bucket', () => {
    demo.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: { Recipients: ['complaints@huiyin.qinghe.example'], Actions: [{ S3Action: { ObjectKeyPrefix: 'mail/' } }] },
    });
  });

  it('is announced on the mail queue, which trusts S3 of this account only', () => {
    demo.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: {
        QueueConfigurations: [
          { Event: 's3:ObjectCreated:*', Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'mail/' }] } } },
        ],
      },
    });
    demo.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 's3.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('goes out through SES in the name of the province only', () => {
    expect(rightsOf(demo, 'deliver-notice').filter(({ Action }) => Action === 'ses:SendRawEmail')).toMatchObject([
      { Condition: { StringEquals: { 'ses:FromAddress': 'notice@huiyin.qinghe.example' } } },
    ]);
  });
});
