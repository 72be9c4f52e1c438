import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Where this site is. The gateway serves no name but its own. */
export function siteOf({ headers, requestContext }: APIGatewayProxyEventV2): string {
  return `${headers['x-forwarded-proto'] ?? 'https'}://${requestContext.domainName}`;
}
