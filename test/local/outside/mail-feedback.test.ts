import { describe, expect, it } from 'vitest';
import { feedbackIn } from '../../../functions/record-bounces/feedback.ts';
import type { Broker } from '../../../local/aws/broker.ts';
import { simulatedClock } from '../../../local/clock.ts';
import { mailFeedback } from '../../../local/outside/mail-feedback.ts';
import { namesOf } from '../../../local/template/resource-names.ts';
import type { StackTemplate } from '../../../local/template/template.ts';

const RAW = Buffer.from('To: x\r\nX-Huiyin-Notice: QH-7KX4-M9P2-Q3T8#2#complainant\r\n\r\nhello');

/** A stack that hears of bounces, by one queue, and the messages that come to it. */
function stack(isRaw: boolean) {
  const resource = (logicalId: string, type: string, properties: object) => ({ logicalId, type, properties });
  const template = {
    ...{
      name: 'Test',
      region: 'ap-southeast-1',
      accountId: '000000000000',
      partition: 'aws',
      urlSuffix: 'amazonaws.com',
    },
    parameters: new Map(),
    resources: [
      resource('Topic', 'AWS::SNS::Topic', { TopicName: 'feedback' }),
      resource('Queue', 'AWS::SQS::Queue', { QueueName: 'bounces' }),
      resource('Subscription', 'AWS::SNS::Subscription', {
        Protocol: 'sqs',
        TopicArn: { Ref: 'Topic' },
        RawMessageDelivery: isRaw,
        Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] },
      }),
      resource('Destination', 'AWS::SES::ConfigurationSetEventDestination', {
        ConfigurationSetName: 'huiyin',
        EventDestination: { MatchingEventTypes: ['bounce'], SnsDestination: { TopicARN: { Ref: 'Topic' } } },
      }),
    ],
    assetDirectory: () => '',
  } as unknown as StackTemplate;
  const sent: string[] = [];
  const broker = { send: (queue: string, body: string) => void sent.push(`${queue} ${body}`) } as unknown as Broker;
  const names = namesOf(template, (queue) => `http://local/${queue}`);
  const tell = mailFeedback(names, broker, simulatedClock('2027-01-01T00:00:00.000Z'));
  const mail = (to: string, configurationSet?: string) =>
    tell({ raw: RAW, messageId: 'm-1', to: [to], configurationSet });
  return { sent, mail };
}

describe('mail to the simulator', () => {
  it.each([true, false])('bounces into the queue that hears of its configuration set (raw: %s)', async (isRaw) => {
    const { sent, mail } = stack(isRaw);
    await mail('bounce@simulator.amazonses.com', 'huiyin');
    expect(sent).toHaveLength(1);
    const [queue, ...body] = sent[0]!.split(' ');
    expect(queue).toBe('bounces');
    expect(feedbackIn(body.join(' '), '2027-01-01T00:00:00.000Z')).toMatchObject([
      {
        address: 'bounce@simulator.amazonses.com',
        refusal: { kind: 'permanent' },
        noticeId: 'QH-7KX4-M9P2-Q3T8#2#complainant',
      },
    ]);
  });

  it.each([
    ['to anybody else', 'li@citizen.example', 'huiyin'],
    ['by another configuration set', 'bounce@simulator.amazonses.com', 'other'],
    ['by none', 'bounce@simulator.amazonses.com', undefined],
    ['of a kind that nobody asked for', 'complaint@simulator.amazonses.com', 'huiyin'],
  ])('%s says nothing', async (_, to, configurationSet) => {
    const { sent, mail } = stack(true);
    await mail(to, configurationSet);
    expect(sent).toEqual([]);
  });
});
