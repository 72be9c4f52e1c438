import { Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { CaseDesk } from './case-desk.ts';
import type { Foundation } from './foundation.ts';
import type { Intake } from './intake.ts';
import type { ServiceFunction } from './service-function.ts';
import type { WebEntrance } from './web-entrance.ts';

const { GET, POST } = HttpMethod;

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

/** The province's HTTP API. Ways in verify their senders themselves; the cases are for staff with a token of the province's provider. */
export class PublicApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { foundation, web, intake, desk }: PublicApiProps) {
    super(scope, id);
    const { province, logs } = foundation;
    this.api = new HttpApi(this, 'Api', { apiName: `huiyin-${province.id}`, createDefaultStage: false });
    this.webRoutes(web);
    this.openRoutes(intake, desk);
    this.staffRoutes(desk, province.staff);
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs.groupFor('access')),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
  }

  /** Pages for people, then the same for programs. */
  private webRoutes(web: WebEntrance): void {
    for (const path of ['/', '/progress', '/privacy']) this.route([GET], path, web.servePages);
    this.route([POST], '/complaints', web.acceptWebForm);
    this.route([POST], '/progress', web.showProgressPage);
    this.route([POST], '/supplements', web.acceptSupplementForm);
    this.route([GET, POST], '/photos', web.servePhotoPage);
    this.route([POST], '/v1/complaints', web.acceptWebComplaint);
    this.route([GET], '/v1/complaints/{receipt}', web.showProgress);
    this.route([POST], '/v1/complaints/{receipt}/supplements', web.acceptSupplement);
    this.route([POST], '/v1/uploads', web.offerUpload);
  }

  private openRoutes(intake: Intake, desk: CaseDesk): void {
    const { acceptWechatMessage, acceptWecomMessage } = intake.chats;
    this.route([GET, POST], '/v1/channels/wechat', acceptWechatMessage);
    if (acceptWecomMessage) this.route([GET, POST], '/v1/channels/wecom', acceptWecomMessage);
    this.route([POST], '/v1/channels/partners/{partner}', intake.partners.acceptPartnerComplaint);
    this.route([POST], '/v1/channels/partners/{partner}/batches', intake.partners.acceptPartnerBatch);
    this.route([POST], '/v1/channels/email', intake.mail.acceptMailRelay);
    this.route([POST], '/v1/channels/email/uploads', intake.mail.offerMailUpload);
    this.route([GET], '/v1/health', desk.describeApi);
    this.route([GET], '/openapi.json', desk.describeApi);
  }

  private staffRoutes({ serveStaff }: CaseDesk, { issuer, audience }: { issuer: string; audience: string }): void {
    const staff = new HttpJwtAuthorizer('Staff', issuer, { jwtAudience: [audience] });
    this.route([GET], '/v1/cases', serveStaff, staff);
    this.route([GET], '/v1/cases/{id}', serveStaff, staff);
    this.route([GET], '/v1/cases/{id}/events', serveStaff, staff);
    this.route([GET], '/v1/cases/{id}/complaints/{receipt}/attachments/{number}', serveStaff, staff);
    this.route([POST], '/v1/cases/{id}/commands', serveStaff, staff);
  }

  private route(methods: HttpMethod[], path: string, target: ServiceFunction, authorizer?: HttpJwtAuthorizer): void {
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
