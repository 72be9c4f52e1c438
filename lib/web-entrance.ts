import { Construct } from 'constructs';
import { CASE_RULES, type ConfigFile, RECEIPT_RULES } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import { ServiceFunction } from './service-function.ts';
import type { WorkQueue } from './work-queue.ts';

/** The form names the cities and counties of its province. */
const FORM: readonly ConfigFile[] = [...RECEIPT_RULES, 'pages.json', 'gazetteer.json', 'gazetteer-patch.json'];

/** Progress names the organ. */
const PROGRESS: readonly ConfigFile[] = ['province.json', 'clocks.json', 'policy.json', 'organs.json'];

/** The privacy page cites the law. */
const PAGES: readonly ConfigFile[] = [...FORM, 'statutes.json'];

/**
 * The web: pages for people, the same as JSON for programs, and photos by the bucket. Each function may do what its
 * page is for, and no more.
 */
export class WebEntrance extends Construct {
  readonly servePages: ServiceFunction;
  readonly acceptWebForm: ServiceFunction;
  readonly showProgressPage: ServiceFunction;
  readonly acceptSupplementForm: ServiceFunction;
  readonly servePhotoPage: ServiceFunction;
  readonly acceptWebComplaint: ServiceFunction;
  readonly acceptSupplement: ServiceFunction;
  readonly showProgress: ServiceFunction;
  readonly showProof: ServiceFunction;
  readonly rateAnswer: ServiceFunction;
  readonly offerUpload: ServiceFunction;
  readonly uploadQueue: WorkQueue;
  private readonly foundation: Foundation;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    this.foundation = foundation;

    this.servePages = this.function('serve-pages', PAGES);
    this.acceptWebForm = this.function('accept-web-form', FORM, 100);
    this.showProgressPage = this.function('show-progress-page', [...PROGRESS, 'pages.json']);
    this.acceptSupplementForm = this.function('accept-supplement-form', [...RECEIPT_RULES, 'pages.json'], 20);
    this.servePhotoPage = this.function('serve-photo-page', [...RECEIPT_RULES, 'pages.json']);
    this.acceptWebComplaint = this.function('accept-web-complaint', RECEIPT_RULES, 100);
    this.acceptSupplement = this.function('accept-supplement', RECEIPT_RULES, 20);
    this.showProgress = this.function('show-progress', PROGRESS);
    this.showProof = this.function('show-proof', ['province.json', 'pages.json']);
    this.rateAnswer = this.function('rate-answer', [...CASE_RULES, 'pages.json']);
    this.offerUpload = this.function('offer-upload', ['province.json']);
    this.uploadQueue = this.uploadsToEvidence();

    this.allowStores(foundation);
    for (const one of [this.acceptWebForm, this.acceptSupplementForm, this.servePhotoPage, this.offerUpload])
      foundation.inbox.offeredBy(one);
    foundation.inbox.readableBy(this.servePhotoPage);
    for (const one of [this.acceptWebComplaint, this.acceptSupplement])
      this.uploadQueue.feedableBy(one, 'UPLOAD_QUEUE_URL');
  }

  private allowStores({ vault, cases, correspondence, ledgers }: Foundation): void {
    const { acceptWebForm, acceptSupplementForm, servePhotoPage, acceptWebComplaint, acceptSupplement } = this;
    const writers = [acceptWebForm, acceptSupplementForm, servePhotoPage, acceptWebComplaint, acceptSupplement];
    const askers = [this.showProgressPage, this.showProgress];
    const proven = [...askers, this.showProof, this.rateAnswer];
    for (const one of writers) vault.fillableBy(one);
    for (const one of [...proven, acceptSupplementForm, acceptSupplement]) vault.readableBy(one, 'query');
    for (const one of askers) cases.readableBy(one);
    cases.writableBy(this.rateAnswer);
    ledgers.readableBy(this.showProof);
    for (const one of [...writers, ...proven, this.offerUpload]) correspondence.usableBy(one, 'LIMIT');
  }

  /** Whatever lies in the inbox and belongs to a complaint becomes evidence. */
  private uploadsToEvidence(): WorkQueue {
    const { inbox, evidence, vault, correspondence } = this.foundation;
    const queue = inbox.uploads;
    // A photo of 20 MB is held three times.
    const settings = { config: RECEIPT_RULES, timeout: queue.timeout, memorySize: 1024 };
    const cleanPhoto = new ServiceFunction(this, 'clean-photo', { ...this.foundation, ...settings });
    inbox.readableBy(cleanPhoto);
    evidence.uploadsFillableBy(cleanPhoto);
    vault.fillableBy(cleanPhoto);
    vault.attachmentsWritableBy(cleanPhoto);
    correspondence.usableBy(cleanPhoto, 'LIMIT', 'AWAITED');
    queue.wakes(cleanPhoto, { batchSize: 1, maxConcurrency: 20 });
    return queue;
  }

  private function(name: string, config: readonly ConfigFile[], reserved?: number): ServiceFunction {
    return new ServiceFunction(this, name, { ...this.foundation, config, ...(reserved && { reserved }) });
  }
}
