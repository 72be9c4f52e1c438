import { CfnOutput, Validations } from 'aws-cdk-lib';
import {
  type CfnEIP,
  GatewayVpcEndpointAwsService,
  type IVpc,
  NatProvider,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** What Lambda does to bring a function into a network; none of it takes a resource that is known before. */
const JOINING = ['CreateNetworkInterface', 'DescribeNetworkInterfaces', 'DescribeSubnets', 'DeleteNetworkInterface'];
const ADDRESSING = ['AssignPrivateIpAddresses', 'UnassignPrivateIpAddresses'];

/**
 * A network out of which calls leave by one address that stays, for platforms that answer only addresses that they
 * list. Nothing in it can be called. Tables and buckets are reached past the gateway, which is paid for by the byte.
 */
export class OutboundNetwork extends Construct {
  readonly vpc: IVpc;
  readonly group: SecurityGroup;

  constructor(scope: Construct, id: string, address: CfnEIP) {
    super(scope, id);
    const network = new Vpc(this, 'Network', {
      maxAzs: 2,
      natGateways: 1,
      natGatewayProvider: NatProvider.gateway({ eipAllocationIds: [address.attrAllocationId] }),
      subnetConfiguration: [
        { name: 'out', subnetType: SubnetType.PUBLIC, cidrMask: 28 },
        { name: 'functions', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 22 },
      ],
      gatewayEndpoints: {
        tables: { service: GatewayVpcEndpointAwsService.DYNAMODB },
        buckets: { service: GatewayVpcEndpointAwsService.S3 },
      },
    });
    this.vpc = network as IVpc;
    this.group = new SecurityGroup(this, 'Calls', { vpc: this.vpc, description: 'Calls out, and nothing in' });
    const reason = 'Nothing in the network listens; who is called stands in the logs of the functions.';
    Validations.of(network).acknowledge({ id: 'AwsSolutions-VPC7', reason });
    new CfnOutput(this, 'Address', { value: address.attrPublicIp });
  }

  /** Lets a function with that role be brought into the network. */
  static joinableBy(role: Role): void {
    const actions = [...JOINING, ...ADDRESSING].map((action) => `ec2:${action}`);
    role.addToPolicy(new PolicyStatement({ actions, resources: ['*'] }));
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Lambda makes and describes network interfaces, which have no names before they are there.',
    });
  }
}
