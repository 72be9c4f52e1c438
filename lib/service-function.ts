import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import { bundleOf, type ConfigFile } from './bundles/bundle.ts';
import { OutboundNetwork } from './outbound-network.ts';
import type { ServiceLogs } from './service-logs.ts';

export interface ServiceFunctionProps {
  readonly province: ProvinceSettings;
  readonly logs: ServiceLogs;
  /** The rules that travel beside the code. */
  readonly config?: readonly ConfigFile[];
  readonly timeout?: Duration;
  readonly memorySize?: number;
  /** So many at once are kept for it, whatever else runs in the account; it never has more. See docs/operations.md. */
  readonly reserved?: number;
  /** Out of which network it calls; none given, out of Lambda's own. */
  readonly wayOut?: OutboundNetwork | undefined;
}

/**
 * The Lambda function in `functions/<name>`, with the settings that every function of ours has. It may do nothing but
 * log.
 */
export class ServiceFunction extends LambdaFunction {
  constructor(scope: Construct, name: string, props: ServiceFunctionProps) {
    const { province, logs, config = [], timeout = Duration.seconds(10), memorySize = 512, reserved, wayOut } = props;
    const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = logs.groupOf(name, role);
    if (wayOut) OutboundNetwork.joinableBy(role);
    super(scope, name, {
      functionName: `huiyin-${province.id}-${name}`,
      code: bundleOf(name, province.id, config),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      environment: { PROVINCE: province.id },
      role,
      logGroup,
      memorySize,
      timeout,
      ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
      ...(wayOut && { vpc: wayOut.vpc, securityGroups: [wayOut.group] }),
    });
  }
}
