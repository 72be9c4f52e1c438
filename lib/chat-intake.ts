import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { CHAT_RULES } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import { ServiceFunction } from './service-function.ts';

/** The chats: people send a complaint in pieces, and it is submitted when they say so or have paused. */
export class ChatIntake extends Construct {
  readonly acceptWechatMessage: ServiceFunction;
  /** Only where the province has WeCom. */
  readonly acceptWecomMessage: ServiceFunction | undefined;
  readonly submitDrafts: ServiceFunction;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const { province, vault, correspondence } = foundation;
    this.acceptWechatMessage = this.chat('wechat', foundation);
    this.acceptWecomMessage = province.wecom && this.chat('wecom', foundation);

    const settings = { config: CHAT_RULES, timeout: Duration.seconds(55), reserved: 2 };
    this.submitDrafts = new ServiceFunction(this, 'submit-drafts', { ...foundation, ...settings });
    vault.fillableBy(this.submitDrafts);
    correspondence.usableBy(this.submitDrafts, 'CONVERSATION');
    correspondence.sweepableBy(this.submitDrafts);
    // A run that fails is made up for by the next.
    const onceOnly = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };
    this.submitDrafts.configureAsyncInvoke(onceOnly);
    new Rule(this, 'EveryMinute', {
      ruleName: `huiyin-${province.id}-submit-drafts`,
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this.submitDrafts, onceOnly)],
    });
  }

  private chat(medium: 'wechat' | 'wecom', foundation: Foundation): ServiceFunction {
    const { vault, cases, correspondence, secrets } = foundation;
    // Both wait five seconds for an answer, then ask again. A full processor's share of memory, for nobody may wait for
    // a cold start.
    const settings = { config: CHAT_RULES, timeout: Duration.seconds(5), memorySize: 1024, reserved: 100 };
    const accept = new ServiceFunction(this, `accept-${medium}-message`, { ...foundation, ...settings });
    vault.fillableBy(accept);
    vault.readableBy(accept, 'query');
    cases.readableBy(accept);
    correspondence.usableBy(accept, 'CONVERSATION', 'LIMIT');
    secrets.readableBy(accept, medium, `${medium.toUpperCase()}_SECRET_NAME`);
    return accept;
  }
}
