import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import { type Broker, startBroker } from './aws/broker.ts';
import { dynamoDbAt, startDynamoDb } from './aws/dynamodb.ts';
import { startS3Listener } from './aws/s3-listener.ts';
import type { SimulatedClock } from './clock.ts';
import { appSecretFor, type demoCredentials, demoSecrets, robotsOf } from './outside/credentials.ts';
import { createOutbox, type Outbox } from './outside/outbox.ts';
import { startProviders } from './outside/providers.ts';
import { demoRobots } from './outside/robots.ts';
import { type LocalSes, localSes } from './outside/ses.ts';
import { smsTemplatesOf } from './outside/sms.ts';
import { startSmtp } from './outside/smtp.ts';
import type { Trouble } from './outside/transport-faults.ts';
import { type WechatApi, wechatApi } from './outside/wechat-api.ts';

/** Ends one part of a stack. */
export type Closer = () => unknown;

/** Everything outside the functions, started and empty. */
export interface Services {
  readonly broker: Broker;
  /** Rejects if a service ends by itself. */
  readonly failed: Promise<never>;
  readonly outbox: Outbox;
  readonly wechat: WechatApi;
  readonly ses: LocalSes;
  readonly dynamoDb: DynamoDBClient;
  readonly dynamoDbStreams: DynamoDBStreamsClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  /** What points a function here instead of to AWS and to the text message provider. */
  readonly environment: Readonly<Record<string, string>>;
}

interface Surroundings {
  readonly region: string;
  readonly province: ProvinceSettings;
  readonly demo: ReturnType<typeof demoCredentials>;
  readonly clock: SimulatedClock;
  /** Where a DynamoDB Local listens already. */
  readonly dynamoDb: string | undefined;
  readonly trouble: Trouble | undefined;
}

export async function startServices(
  { region, province, demo, clock, dynamoDb, trouble }: Surroundings,
  onStop: (closer: Closer) => void,
): Promise<Services> {
  const started = async <Service extends { stop: Closer }>(starting: Promise<Service>): Promise<Service> => {
    const service = await starting;
    onStop(service.stop);
    return service;
  };
  const outbox = createOutbox(clock);
  const [dynamo, broker, sink] = await Promise.all([
    started(dynamoDb === undefined ? startDynamoDb() : dynamoDbAt(dynamoDb)),
    started(startBroker(region, clock)),
    started(startSmtp(0, 'outgoing mail', (raw) => outbox.addMail(raw))),
  ]);
  const secrets = new Map(demoSecrets(province, demo, sink.port));
  const templates = smsTemplatesOf(province.sms);
  const accounts = {
    wechat: { ...demo.wechat, appSecret: appSecretFor(province, 'wechat') },
    wecom: demo.wecom && { ...demo.wecom, corpSecret: appSecretFor(province, 'wecom') },
  };
  const wechat = wechatApi(accounts, outbox, clock);
  const ses = localSes(outbox, region);
  const providers = await started(
    startProviders(ses, outbox, templates, wechat, secrets, (by) => trouble?.(by, clock.now())),
  );
  if (province.secrets.robots) secrets.set(province.secrets.robots, demoRobots(robotsOf(province), providers.base));

  // DynamoDB Local keeps a database for each access key: stacks that share one do not see each other.
  const accessKeyId = randomBytes(10).toString('hex');
  const access = { region, credentials: { accessKeyId, secretAccessKey: 'local' } };
  const s3 = new S3Client({ ...access, endpoint: broker.endpoint, forcePathStyle: true });
  const s3Listener = await started(startS3Listener(s3, broker.endpoint));
  return {
    broker,
    failed: dynamo.failed,
    outbox,
    wechat,
    ses,
    dynamoDb: new DynamoDBClient({ ...access, endpoint: dynamo.endpoint }),
    dynamoDbStreams: new DynamoDBStreamsClient({ ...access, endpoint: dynamo.endpoint }),
    s3,
    sqs: new SQSClient({ ...access, endpoint: broker.endpoint }),
    environment: {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
      AWS_ENDPOINT_URL_SQS: broker.endpoint,
      AWS_ENDPOINT_URL_S3: s3Listener.endpoint,
      AWS_ENDPOINT_URL_SES: providers.ses,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: providers.secrets,
      SMS_ENDPOINT: providers.sms,
      TIME: 'simulated',
      CALLBACKS_AT: `${providers.base}/callbacks`,
      WECHAT_API_BASE: providers.wechat,
      WECOM_API_BASE: providers.wecom,
    },
  };
}
