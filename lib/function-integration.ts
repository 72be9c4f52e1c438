import {
  HttpIntegrationType,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  IntegrationCredentials,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { ServiceFunction } from './service-function.ts';

/**
 * A function behind routes, called in the role of its API. CDK's own integration writes a permission beside each
 * function instead, which is one more resource for each of them, and CloudFormation takes 500 (docs/adr/0147).
 */
export class FunctionIntegration extends HttpRouteIntegration {
  private readonly target: ServiceFunction;
  private readonly caller: Role;

  constructor(target: ServiceFunction, caller: Role) {
    super(target.node.id);
    this.target = target;
    this.caller = caller;
    const resources = [target.functionArn];
    caller.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources }));
  }

  bind(): HttpRouteIntegrationConfig {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.target.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      credentials: IntegrationCredentials.fromRole(this.caller),
    };
  }
}
