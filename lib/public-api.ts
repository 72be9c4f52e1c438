import { Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { CaseDesk } from './case-desk.ts';
import type { Foundation } from './foundation.ts';
import type { Intake } from './intake.ts';
import type { ServiceFunction } from './service-function.ts';
import type { WebEntrance } from './web-entrance.ts';

const { GET, POST } = HttpMethod;

/**
 * How many requests a second each route takes, and how many at once: each for itself, so that whoever asks for the
 * description all day long mutes no complaint. Complaints come by the thousand when something has exploded.
 */
const PACES = {
  complaints: { rateLimit: 200, burstLimit: 400 },
  pages: { rateLimit: 200, burstLimit: 400 },
  staff: { rateLimit: 100, burstLimit: 200 },
  description: { rateLimit: 10, burstLimit: 20 },
};

const OPEN =
  'Open to everybody by purpose, or its function verifies the sender: a signature, or the query code of the receipt.';

/** Neither query strings (they hold signatures) nor paths (they hold receipts) nor addresses of callers. */
const LOGGED = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  length: '$context.responseLength',
  integrationError: '$context.integration.error',
};

/**
 * The province's HTTP API. Ways in verify their senders themselves; the cases are for staff with a token of the
 * province's provider.
 */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  readonly accessLog: LogGroup;
  private readonly paceOf = new Map<string, keyof typeof PACES>();

  constructor(scope: Construct, id: string, { foundation, web, intake, desk }: PublicApiProps) {
    super(scope, id);
    const { province, logs } = foundation;
    this.api = new HttpApi(this, 'Api', { apiName: `huiyin-${province.id}`, createDefaultStage: false });
    this.webRoutes(web);
    this.openRoutes(intake, desk);
    this.staffRoutes(desk, province.staff);
    this.accessLog = logs.groupFor('access');
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: PACES.description,
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.accessLog),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
    this.keepPaces(stage);
  }

  /** Written at the level of CloudFormation, which CDK has no word for. A stage knows only routes that are there. */
  private keepPaces(stage: HttpStage): void {
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
      [...this.paceOf].map(([route, pace]) => {
        const { rateLimit, burstLimit } = PACES[pace];
        return [route, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }];
      }),
    );
    stage.node.addDependency(this.api);
  }

  /** Pages for people, then the same for programs. */
  private webRoutes(web: WebEntrance): void {
    for (const path of ['/', '/progress', '/privacy']) this.route([GET], path, web.servePages, 'pages');
    this.route([POST], '/complaints', web.acceptWebForm, 'complaints');
    this.route([POST], '/progress', web.showProgressPage, 'pages');
    this.route([POST], '/supplements', web.acceptSupplementForm, 'complaints');
    this.route([GET, POST], '/photos', web.servePhotoPage, 'pages');
    this.route([POST], '/v1/complaints', web.acceptWebComplaint, 'complaints');
    this.route([GET], '/v1/complaints/{receipt}', web.showProgress, 'pages');
    this.route([POST], '/v1/complaints/{receipt}/supplements', web.acceptSupplement, 'complaints');
    this.route([POST], '/v1/uploads', web.offerUpload, 'pages');
  }

  private openRoutes(intake: Intake, desk: CaseDesk): void {
    const { acceptWechatMessage, acceptWecomMessage } = intake.chats;
    this.route([GET, POST], '/v1/channels/wechat', acceptWechatMessage, 'complaints');
    if (acceptWecomMessage) this.route([GET, POST], '/v1/channels/wecom', acceptWecomMessage, 'complaints');
    this.route([POST], '/v1/channels/partners/{partner}', intake.partners.acceptPartnerComplaint, 'complaints');
    this.route([POST], '/v1/channels/partners/{partner}/batches', intake.partners.acceptPartnerBatch, 'complaints');
    this.route([POST], '/v1/channels/email', intake.mail.acceptMailRelay, 'complaints');
    this.route([POST], '/v1/channels/email/uploads', intake.mail.offerMailUpload, 'complaints');
    this.route([GET], '/v1/health', desk.describeApi, 'description');
    this.route([GET], '/openapi.json', desk.describeApi, 'description');
  }

  private staffRoutes(desk: CaseDesk, { issuer, audience }: { issuer: string; audience: string }): void {
    const { showCases, commandCase, openAttachment, printCase } = desk;
    const staff = new HttpJwtAuthorizer('Staff', issuer, { jwtAudience: [audience] });
    const guarded = (method: HttpMethod, path: string, target: ServiceFunction) =>
      this.route([method], path, target, 'staff', staff);
    for (const path of ['', '/{id}', '/{id}/events']) guarded(GET, `/v1/cases${path}`, showCases);
    for (const path of ['/{id}/print', '/{id}/archive']) guarded(GET, `/v1/cases${path}`, printCase);
    guarded(POST, '/v1/cases/{id}/commands', commandCase);
    guarded(GET, '/v1/cases/{id}/complaints/{receipt}/attachments/{number}', openAttachment);
  }

  private route(
    methods: HttpMethod[],
    path: string,
    target: ServiceFunction,
    pace: keyof typeof PACES,
    authorizer?: HttpJwtAuthorizer,
  ): void {
    for (const method of methods) this.paceOf.set(`${method} ${path}`, pace);
    const integration = new HttpLambdaIntegration(target.node.id, target);
    const routes = this.api.addRoutes({
      path,
      methods,
      integration,
      authorizer: authorizer ?? new HttpNoneAuthorizer(),
    });
    if (authorizer) return;
    for (const route of routes) Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: OPEN });
  }
}

interface PublicApiProps {
  readonly foundation: Foundation;
  readonly web: WebEntrance;
  readonly intake: Intake;
  readonly desk: CaseDesk;
}
