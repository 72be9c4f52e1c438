import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Foundation } from './foundation.ts';
import { HttpEntrance } from './http-entrance.ts';
import type { StaffDesk } from './staff-desk.ts';

const { GET, POST } = HttpMethod;
const PACE = { rateLimit: 100, burstLimit: 200 };
const WHY_OPEN =
  'A browser brings its session in a cookie, which no authorizer of the gateway reads; the function does.';

/** The desk's pages, at a host name of their own: no cookie of staff ever reaches a public page. */
export class DeskApi extends HttpEntrance {
  readonly accessLog: ILogGroup;

  constructor(
    scope: Construct,
    id: string,
    { foundation, staffDesk }: { readonly foundation: Foundation; readonly staffDesk: StaffDesk },
  ) {
    const { province, logs } = foundation;
    super(scope, id, { apiName: `huiyin-${province.id}-desk`, whyOpen: WHY_OPEN });
    for (const path of ['/', '/login', '/login/start', '/login/callback'])
      this.route([GET], path, staffDesk.deskLogin, PACE);
    for (const path of ['/desk', '/desk/next', '/desk/help', '/desk/cases/{id}'])
      this.route([GET], path, staffDesk.deskPages, PACE);
    this.route([GET, POST], '/desk/enter', staffDesk.deskEnter, PACE);
    this.route([POST], '/desk/batch', staffDesk.deskActs, PACE);
    this.route([GET, POST], '/desk/cases/{id}/acts/{act}', staffDesk.deskActs, PACE);
    this.route([GET], '/desk/cases/{id}/files/{receipt}/{number}', staffDesk.deskFiles, PACE);
    this.route([POST], '/logout', staffDesk.deskLogin, PACE);
    this.accessLog = logs.groupFor('desk-access');
    this.openStage({ throttle: PACE, accessLog: this.accessLog });
  }
}
