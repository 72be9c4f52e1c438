import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import type { Broker } from '../aws/broker.ts';
import type { SimulatedClock } from '../clock.ts';
import type { Names } from '../template/resource-names.ts';

/** A mail that SES took. */
export interface MailTaken {
  readonly raw: Uint8Array;
  /** As SES gave it back. */
  readonly messageId: string;
  readonly to: readonly string[];
  readonly configurationSet: string | undefined;
}

const Destination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    SnsDestination: z.object({ TopicARN: z.string() }),
  }),
});

const Subscription = z.object({
  Protocol: z.string(),
  TopicArn: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: z.boolean().default(false),
});

/**
 * What SES would say of a mail to its mailbox simulator (bounce@…, complaint@…, success@simulator.amazonses.com), brought to the
 * queues that the template subscribes to the topic of the mail's configuration set. All other mail is taken for
 * delivered, of which SES says nothing here.
 */
export function mailFeedback(names: Names, broker: Broker, clock: SimulatedClock): (mail: MailTaken) => Promise<void> {
  const destinations = names
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .map((resource) => Destination.parse(names.properties(resource)));
  const subscriptions = names
    .ofType('AWS::SNS::Subscription')
    .map((resource) => Subscription.parse(names.properties(resource)))
    .filter(({ Protocol }) => Protocol === 'sqs');

  const publish = (topicArn: string, message: string) => {
    for (const { TopicArn, Endpoint, RawMessageDelivery } of subscriptions) {
      if (names.byReference(TopicArn) !== names.byReference(topicArn)) continue;
      const body = RawMessageDelivery ? message : inEnvelope(topicArn, message, clock);
      broker.send(names.physicalName(names.byReference(Endpoint)), body);
    }
  };

  return async (mail) => {
    const [simulated] = mail.to.flatMap(
      (to) => /^(bounce|complaint|success)(\+.*)?@simulator\.amazonses\.com$/i.exec(to)?.[1] ?? [],
    );
    const kind = SAYS[simulated?.toLowerCase() ?? ''];
    if (kind === undefined) return;
    const event = JSON.stringify(await eventOf(kind, mail, clock));
    for (const { ConfigurationSetName, EventDestination: destination } of destinations) {
      if (ConfigurationSetName !== mail.configurationSet || !destination.Enabled) continue;
      if (destination.MatchingEventTypes.includes(kind)) publish(destination.SnsDestination.TopicARN, event);
    }
  };
}

type Kind = 'bounce' | 'complaint' | 'delivery';

/** What SES says of a mail to each address of its simulator. */
const SAYS: Readonly<Record<string, Kind>> = { bounce: 'bounce', complaint: 'complaint', success: 'delivery' };

async function eventOf(kind: Kind, { raw, messageId, to }: MailTaken, clock: SimulatedClock) {
  const { headers } = await PostalMime.parse(raw);
  const about = { timestamp: clock.now(), feedbackId: randomUUID() };
  const mail = {
    timestamp: clock.now(),
    messageId,
    destination: to,
    headersTruncated: false,
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  };
  const recipients = to.map((emailAddress) => ({ emailAddress }));
  const bounce = { ...about, bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: recipients };
  const events = {
    bounce: { eventType: 'Bounce', bounce, mail },
    complaint: { eventType: 'Complaint', complaint: { ...about, complainedRecipients: recipients }, mail },
    delivery: { eventType: 'Delivery', delivery: { timestamp: clock.now(), recipients: to }, mail },
  };
  return events[kind];
}

const inEnvelope = (TopicArn: string, Message: string, clock: SimulatedClock): string =>
  JSON.stringify({ Type: 'Notification', MessageId: randomUUID(), TopicArn, Message, Timestamp: clock.now() });
