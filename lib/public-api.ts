import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { CaseDesk } from './case-desk.ts';
import type { Foundation } from './foundation.ts';
import { HttpEntrance } from './http-entrance.ts';
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

/**
 * The province's HTTP API. Ways in verify their senders themselves; the cases are for staff with a token of the
 * province's provider.
 */
export class PublicApi extends HttpEntrance {
  readonly accessLog: ILogGroup;

  constructor(scope: Construct, id: string, { foundation, web, intake, desk }: PublicApiProps) {
    const { province, logs } = foundation;
    super(scope, id, { apiName: `huiyin-${province.id}`, whyOpen: OPEN });
    this.webRoutes(web);
    this.openRoutes(intake, desk);
    this.staffRoutes(desk, province.staff);
    this.accessLog = logs.groupFor('access');
    const domains = [province.domains?.pages, province.domains?.api];
    this.openStage({ throttle: PACES.description, accessLog: this.accessLog, domains });
  }

  /** Pages for people, then the same for programs. */
  private webRoutes(web: WebEntrance): void {
    for (const path of ['/', '/progress', '/privacy']) this.route([GET], path, web.servePages, PACES.pages);
    this.route([POST], '/complaints', web.acceptWebForm, PACES.complaints);
    this.route([POST], '/progress', web.showProgressPage, PACES.pages);
    this.route([POST], '/progress/proof', web.showProof, PACES.pages);
    this.route([POST], '/ratings', web.rateAnswer, PACES.pages);
    this.route([POST], '/supplements', web.acceptSupplementForm, PACES.complaints);
    this.route([GET, POST], '/photos', web.servePhotoPage, PACES.pages);
    this.route([POST], '/v1/complaints', web.acceptWebComplaint, PACES.complaints);
    this.route([GET], '/v1/complaints/{receipt}', web.showProgress, PACES.pages);
    this.route([GET], '/v1/complaints/{receipt}/proof', web.showProof, PACES.pages);
    this.route([POST], '/v1/complaints/{receipt}/supplements', web.acceptSupplement, PACES.complaints);
    this.route([POST], '/v1/complaints/{receipt}/rating', web.rateAnswer, PACES.pages);
    this.route([POST], '/v1/uploads', web.offerUpload, PACES.pages);
  }

  private openRoutes(intake: Intake, desk: CaseDesk): void {
    const { acceptWechatMessage, acceptWecomMessage } = intake.chats;
    this.route([GET, POST], '/v1/channels/wechat', acceptWechatMessage, PACES.complaints);
    if (acceptWecomMessage) this.route([GET, POST], '/v1/channels/wecom', acceptWecomMessage, PACES.complaints);
    this.route([POST], '/v1/channels/partners/{partner}', intake.partners.acceptPartnerComplaint, PACES.complaints);
    this.route([POST], '/v1/channels/partners/{partner}/batches', intake.partners.acceptPartnerBatch, PACES.complaints);
    this.route([POST], '/v1/channels/email', intake.mail.acceptMailRelay, PACES.complaints);
    this.route([POST], '/v1/channels/email/uploads', intake.mail.offerMailUpload, PACES.complaints);
    this.route([GET], '/v1/health', desk.describeApi, PACES.description);
    this.route([GET], '/openapi.json', desk.describeApi, PACES.description);
  }

  private staffRoutes(desk: CaseDesk, { issuer, audience }: { issuer: string; audience: string }): void {
    const { showCases, exportCases, commandCase, openAttachment, printCase, drawPapers } = desk;
    const { revealComplainant, keepPeople, offerMaterial } = desk;
    const staff = new HttpJwtAuthorizer('Staff', issuer, { jwtAudience: [audience] });
    const guarded = (method: HttpMethod, path: string, target: ServiceFunction) =>
      this.route([method], path, target, PACES.staff, staff);
    for (const path of ['', '/{id}', '/{id}/events', '/{id}/notices']) guarded(GET, `/v1/cases${path}`, showCases);
    guarded(GET, '/v1/cases/export', exportCases);
    for (const path of ['/{id}/print', '/{id}/archive', '/{id}/papers/{number}'])
      guarded(GET, `/v1/cases${path}`, printCase);
    for (const path of ['/{id}/documents', '/{id}/documents/{kind}']) guarded(GET, `/v1/cases${path}`, drawPapers);
    guarded(GET, '/v1/organs', showCases);
    guarded(POST, '/v1/cases/batch', commandCase);
    guarded(POST, '/v1/cases/{id}/commands', commandCase);
    guarded(POST, '/v1/officers/{sub}/hand-over', commandCase);
    guarded(POST, '/v1/cases/{id}/complainant', revealComplainant);
    for (const path of ['/people', '/people/changes']) guarded(GET, `/v1/organs/{id}${path}`, keepPeople);
    for (const path of ['/people', '/absences', '/digests']) guarded(POST, `/v1/organs/{id}${path}`, keepPeople);
    guarded(GET, '/v1/cases/{id}/complaints/{receipt}/attachments/{number}', openAttachment);
    guarded(GET, '/v1/cases/{id}/materials/{number}', openAttachment);
    guarded(POST, '/v1/cases/{id}/uploads', offerMaterial);
    guarded(GET, '/v1/access', desk.showAccess);
  }
}

interface PublicApiProps {
  readonly foundation: Foundation;
  readonly web: WebEntrance;
  readonly intake: Intake;
  readonly desk: CaseDesk;
}
