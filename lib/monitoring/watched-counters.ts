interface WatchedCounter {
  /** In docs/runbook.md. */
  readonly heading: string;
  /** So many within five minutes. */
  readonly threshold: number;
  /** Who is hurt, and how. */
  readonly impact: string;
  /** Where not the sum tells. */
  readonly statistic?: 'Maximum';
}

/**
 * What functions count (functions/shared/count.ts) that means that somebody was not heard, or may not be.
 * test/lib/alarms.test.ts holds it against every counter of the code.
 */
export const WATCHED_COUNTERS: Readonly<Record<string, WatchedCounter>> = {
  TimerFailed: {
    heading: 'timer-failed',
    threshold: 1,
    impact: 'the reminders and escalations of single cases do not go out; all other cases are swept.',
  },
  SweepBehindMinutes: {
    heading: 'sweep-behind',
    threshold: 10,
    statistic: 'Maximum',
    impact: 'more comes due than a sweep fires: reminders and escalations go out late.',
  },
  DraftNotSubmitted: {
    heading: 'draft-not-submitted',
    threshold: 3,
    impact: 'what people wrote on WeChat or WeCom, and did not submit by a word, becomes no complaint.',
  },
  DraftsLateSeconds: {
    heading: 'drafts-late',
    threshold: 600,
    statistic: 'Maximum',
    impact: 'complaints on WeChat or WeCom become cases late; their periods run from the first message all the same.',
  },
  NoticeWaitsMinutes: {
    heading: 'notices-waiting',
    threshold: 60,
    statistic: 'Maximum',
    impact: 'a transport takes nothing: reminders, escalations and answers wait, and go out once it is there again.',
  },
  DailyReportLate: {
    heading: 'daily-report-late',
    threshold: 1,
    impact: 'the head of the province has no report of the day in a key period, half an hour after its hour.',
  },
  NoticeNotRetried: {
    heading: 'notice-not-retried',
    threshold: 1,
    impact: 'single notices that wait cannot be made once more, and do not go out; all others do.',
  },
  IncidentNotTold: {
    heading: 'incident-not-told',
    threshold: 1,
    impact: 'the duty desk was told of the first report of an incident, and is not told of those gathered since.',
  },
  AcknowledgementUncertain: {
    heading: 'acknowledgement-uncertain',
    threshold: 1,
    impact: 'complainants by mail may have neither receipt nor query code: nobody knows whether theirs arrived.',
  },
  NoticeUndeliverable: {
    heading: 'notice-undeliverable',
    threshold: 1,
    impact: 'somebody who had to be told was not, by any transport, nor was a stand-in.',
  },
  SmsBudgetSpent: {
    heading: 'sms-budget-spent',
    threshold: 10,
    impact: 'people whose text messages of the day are used up hear by another way, or tomorrow.',
  },
  RosterGap: {
    heading: 'roster-gap',
    threshold: 1,
    statistic: 'Maximum',
    impact: 'a reminder or an escalation would reach nobody, neither at the organ nor above it.',
  },
  CallbackFailed: {
    heading: 'callback-failed',
    threshold: 1,
    impact: "a partner's system is not told what became of its orders; people are told as ever.",
  },
  AccessBarred: {
    heading: 'access-barred',
    threshold: 1,
    impact:
      'a platform refuses our calls, or a secret cannot be used: whoever is behind it waits until that is put right.',
  },
  StaffAddressSuppressed: {
    heading: 'staff-address-suppressed',
    threshold: 1,
    impact: 'somebody of the roster gets no mail any more: their stand-in does, or they get a text message.',
  },
  MailHeldBack: {
    heading: 'mail-held-back',
    threshold: 1,
    impact: 'mails of a sender who writes very often lie in the bucket and become no complaints.',
  },
  AutomaticMail: {
    heading: 'automatic-mail',
    threshold: 20,
    impact: 'many mails were taken for those of programs and opened no case; a person may be among their senders.',
  },
  EventUnrecognised: {
    heading: 'event-unrecognised',
    threshold: 1,
    impact: 'something that a newer release recorded causes no notice: somebody may not have been told.',
  },
  PeopleUnavailable: {
    heading: 'people-unavailable',
    threshold: 3,
    impact: 'changes of the roster do not count: notices go to those who were there before.',
  },
  AccessNotRecorded: {
    heading: 'access-not-recorded',
    threshold: 1,
    impact:
      'staff cannot print, open files or reach complainants; what they only look at leaves no record but the log.',
  },
  CalendarNotCovered: {
    heading: 'calendar-not-covered',
    threshold: 1,
    impact: 'deadlines reach beyond the known holiday calendar: they are provisional and may be off by days.',
  },
  AcknowledgementWithheld: {
    heading: 'acknowledgement-withheld',
    threshold: 10,
    impact: 'complainants who wrote by e-mail have neither receipt nor query code.',
  },
  BouncedNoticeLost: {
    heading: 'bounced-notice-lost',
    threshold: 1,
    impact: 'a letter came back, and nobody knows to whom else it should go.',
  },
  MediumLost: {
    heading: 'medium-lost',
    threshold: 1,
    impact: 'pictures, voices or films of complainants are gone: nobody will see them.',
  },
  ReconcileMissing: {
    heading: 'reconcile-missing',
    threshold: 1,
    impact: 'a complaint of yesterday has no case, or nobody was told of something that happened in one.',
  },
  ChannelSilent: {
    heading: 'channel-silent',
    threshold: 1,
    impact: 'people who complain by a channel that brought many may not reach us: nothing comes from it any more.',
  },
  RequestsLimited: {
    heading: 'requests-limited',
    threshold: 10,
    impact: 'citizens of one network, or a partner, are turned away: somebody floods us, or very many need us at once.',
  },
  CrowdedComplaint: {
    heading: 'crowded-complaints',
    threshold: 100,
    impact:
      'nobody is turned away yet. Very many complaints come from one network: an incident, or a flood that begins.',
  },
  LimitUnavailable: {
    heading: 'limit-unavailable',
    threshold: 5,
    impact: 'nobody is turned away, a flood included: requests cannot be counted.',
  },
  SignatureRefused: {
    heading: 'signatures-refused',
    threshold: 50,
    impact: 'a partner, a mail host or a platform signs wrongly: what citizens gave it does not reach us.',
  },
  RevokedPartnerRefused: {
    heading: 'revoked-partner-refused',
    threshold: 5,
    impact: 'a partner that was shut out goes on sending: what citizens gave it does not reach us.',
  },
  RightMissing: {
    heading: 'right-missing',
    threshold: 5,
    impact: 'a partner sends what it may not send: what citizens gave it does not reach us.',
  },
  ExternalIdConflict: {
    heading: 'external-id-conflict',
    threshold: 5,
    impact: 'a partner uses numbers twice: the second complaint under each is refused.',
  },
  MessageIdConflict: {
    heading: 'message-id-conflict',
    threshold: 5,
    impact: 'mails come under the number of an earlier mail: the later ones may be taken for the earlier.',
  },
  QueryRefused: {
    heading: 'queries-refused',
    threshold: 300,
    impact: 'somebody guesses query codes, or many complainants cannot find what we gave them.',
  },
};
