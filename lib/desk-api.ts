import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { CaseDesk } from './case-desk.ts';
import type { Foundation } from './foundation.ts';
import { HttpEntrance } from './http-entrance.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StaffDesk } from './staff-desk.ts';

const { GET, POST } = HttpMethod;
const PACE = { rateLimit: 100, burstLimit: 200 };
const WHY_OPEN =
  'A browser brings its session in a cookie, which no authorizer of the gateway reads; the function does.';

interface DeskApiProps {
  readonly foundation: Foundation;
  readonly staffDesk: StaffDesk;
  readonly caseDesk: CaseDesk;
}

/** The desk's pages, at a host name of their own: no cookie of staff ever reaches a public page. */
export class DeskApi extends HttpEntrance {
  readonly accessLog: ILogGroup;

  constructor(scope: Construct, id: string, { foundation, staffDesk, caseDesk }: DeskApiProps) {
    const { province, logs } = foundation;
    super(scope, id, { apiName: `huiyin-${province.id}-desk`, whyOpen: WHY_OPEN });
    for (const path of ['/', '/login', '/login/start', '/login/callback', '/desk/parts/{name}'])
      this.route([GET], path, staffDesk.deskLogin, PACE);
    for (const path of ['/desk', '/desk/next', '/desk/help', '/desk/cases/{id}', '/desk/cases/{id}/split'])
      this.route([GET], path, staffDesk.deskPages, PACE);
    for (const path of ['/desk/lists', '/desk/reception']) this.route([GET, POST], path, staffDesk.deskPages, PACE);
    this.route([GET, POST], '/desk/enter', staffDesk.deskEnter, PACE);
    this.route([GET], '/desk/enter/scans', staffDesk.deskEnter, PACE);
    this.route([GET, POST], '/desk/batch', staffDesk.deskActs, PACE);
    this.route([GET, POST], '/desk/cases/{id}/acts/{act}', staffDesk.deskActs, PACE);
    this.caseRoutes(caseDesk);
    for (const path of ['/desk/access', '/desk/seals', '/desk/seals/{day}'])
      this.route([GET], path, caseDesk.showAccess, PACE);
    for (const path of ['/desk/roster', '/desk/digests']) this.route([GET, POST], path, caseDesk.keepPeople, PACE);
    this.route([POST], '/logout', staffDesk.deskLogin, PACE);
    this.accessLog = logs.groupFor('desk-access');
    this.openStage({ throttle: PACE, accessLog: this.accessLog, domains: [province.domains?.desk] });
  }

  /** What the API has as well, by the same functions. */
  private caseRoutes(caseDesk: CaseDesk): void {
    const { openAttachment, printCase, drawPapers, exportCases, offerMaterial, revealComplainant } = caseDesk;
    const show = (path: string, target: ServiceFunction) => this.route([GET], `/desk/cases${path}`, target, PACE);
    show('/export', exportCases);
    show('/{id}/complaints/{receipt}/attachments/{number}', openAttachment);
    show('/{id}/materials/{number}', openAttachment);
    show('/{id}/documents/{kind}', drawPapers);
    for (const path of ['print', 'archive', 'papers/{number}']) show(`/{id}/${path}`, printCase);
    show('/{id}/uploads', offerMaterial);
    this.route([GET, POST], '/desk/cases/{id}/complainant', revealComplainant, PACE);
  }
}
