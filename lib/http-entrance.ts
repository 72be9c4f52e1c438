import { CfnOutput, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  type CfnStage,
  DomainName,
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import type { ServiceFunction } from './service-function.ts';

/** How many requests a second a route takes, and how many at once: each route for itself. */
export interface Pace {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

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

interface EntranceProps {
  readonly apiName: string;
  /** Why a route without an authorizer of the gateway is no hole. */
  readonly whyOpen: string;
}

interface StageProps {
  /** Of routes that no other pace is set for. */
  readonly throttle: Pace;
  readonly accessLog: ILogGroup;
  /** Under which names of the province it is found, beside that of AWS. */
  readonly domains: readonly (OwnDomain | undefined)[];
}

/** A name, and the ARN of its certificate. */
export type OwnDomain = NonNullable<ProvinceSettings['domains']>['pages'];

/** An HTTP API whose routes each keep their pace. */
export class HttpEntrance extends Construct {
  readonly api: HttpApi;
  private readonly whyOpen: string;
  private readonly paceOf = new Map<string, Pace>();
  /** One of each function, with one right to call it, for all its routes: CloudFormation takes 500 resources. */
  private readonly integrations = new Map<ServiceFunction, HttpLambdaIntegration>();

  constructor(scope: Construct, id: string, { apiName, whyOpen }: EntranceProps) {
    super(scope, id);
    this.whyOpen = whyOpen;
    this.api = new HttpApi(this, 'Api', { apiName, createDefaultStage: false });
  }

  protected route(
    methods: HttpMethod[],
    path: string,
    target: ServiceFunction,
    pace: Pace,
    authorizer?: HttpJwtAuthorizer,
  ): void {
    for (const method of methods) this.paceOf.set(`${method} ${path}`, pace);
    const routes = this.api.addRoutes({
      path,
      methods,
      integration: this.integrationWith(target),
      authorizer: authorizer ?? new HttpNoneAuthorizer(),
    });
    if (authorizer) return;
    for (const route of routes) Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: this.whyOpen });
  }

  private integrationWith(target: ServiceFunction): HttpLambdaIntegration {
    const options = { scopePermissionToRoute: false };
    const integration = this.integrations.get(target) ?? new HttpLambdaIntegration(target.node.id, target, options);
    this.integrations.set(target, integration);
    return integration;
  }

  /** Opens it, once it has its routes: a stage knows only routes that are there. */
  protected openStage({ throttle, accessLog, domains }: StageProps): void {
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
    // Written at the level of CloudFormation, which CDK has no word for.
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
      [...this.paceOf].map(([route, { rateLimit, burstLimit }]) => [
        route,
        { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
      ]),
    );
    stage.node.addDependency(this.api);
    for (const domain of domains) if (domain) this.answerAt(domain, stage);
  }

  /** Whoever keeps the province's DNS points the name (CNAME) at what is put out. */
  private answerAt({ name, certificate }: OwnDomain, stage: HttpStage): void {
    const domain = new DomainName(this, name, {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, `${name}-certificate`, certificate),
    });
    new ApiMapping(this, `${name}-mapping`, { api: this.api, domainName: domain, stage });
    new CfnOutput(this, `${name}-target`, { value: domain.regionalDomainName });
  }
}
