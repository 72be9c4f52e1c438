import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { actionsOf, concerning, functionNamed, rightsOf, templateOf } from './provinces.ts';

const demo = templateOf('demo');
const jiangsu = templateOf('jiangsu');

describe('what becomes of mail that SES sent', () => {
  it('is published of every mail of the province: that it arrived, is late or came back, and complaints', () => {
    demo.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint', 'delivery', 'deliveryDelay'] },
    });
    expect(functionNamed(demo, 'deliver-notice').Environment.Variables.MAIL_CONFIGURATION_SET).toBe('huiyin-demo');
    demo.hasResourceProperties('AWS::SES::ConfigurationSet', { Name: 'huiyin-demo' });
    const [right] = rightsOf(demo, 'deliver-notice').filter(({ Action }) => Action === 'ses:SendRawEmail');
    expect(JSON.stringify(right!.Resource)).toContain(':configuration-set/huiyin-demo');
  });

  it('goes by an encrypted topic, to which SES of this account alone may publish', () => {
    demo.hasResourceProperties('AWS::SNS::Topic', {
      TopicName: 'huiyin-demo-mail-feedback',
      KmsMasterKeyId: Match.anyValue(),
    });
    demo.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sns:Publish',
            Principal: { Service: 'ses.amazonaws.com' },
            Condition: { StringEquals: Match.objectLike({ 'AWS:SourceAccount': { Ref: 'AWS::AccountId' } }) },
          }),
        ]),
      },
    });
  });

  it('comes to the queue as it is, and that topic alone may put it there', () => {
    demo.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'sqs', RawMessageDelivery: true });
    demo.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Principal: { Service: 'sns.amazonaws.com' },
            Condition: { ArnEquals: { 'aws:SourceArn': Match.anyValue() } },
          }),
        ]),
      },
    });
  });
});

describe('a province without SES', () => {
  it('hears by mail, and heeds it in the same way', () => {
    expect(Object.keys(jiangsu.findResources('AWS::SES::ConfigurationSet'))).toEqual([]);
    const { Variables } = functionNamed(jiangsu, 'accept-email').Environment;
    expect(Variables).toHaveProperty('BOUNCES_QUEUE_URL');
    expect(functionNamed(jiangsu, 'deliver-notice').Environment.Variables).not.toHaveProperty('MAIL_CONFIGURATION_SET');
  });
});

describe('record-bounces', () => {
  const rights = rightsOf(jiangsu, 'record-bounces');

  it('keeps suppressions, and sees nothing else of what channels remember', () => {
    const [right, ...more] = concerning(rights, 'FoundationCorrespondenceTable');
    expect(more).toEqual([]);
    expect(right!.Condition).toEqual({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SUPPRESSED#*'] } });
  });

  it('never sees who a complainant is, and sends nothing itself', () => {
    expect(concerning(rights, 'FoundationVault')).toEqual([]);
    expect(actionsOf(rights).filter((action) => action.startsWith('ses:'))).toEqual([]);
  });
});
