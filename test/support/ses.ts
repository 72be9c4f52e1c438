/** A report as SES publishes it for a configuration set. */
export const sesReport = (
  about: { bounce: string } | { complaint: string | null },
  { to = ['handler@county.example'], notice = 'QH-1#2#county#handler#email', feedbackId = 'f-1' } = {},
) => ({
  eventType: 'bounce' in about ? 'Bounce' : 'Complaint',
  ...('bounce' in about
    ? { bounce: { bounceType: about.bounce, bouncedRecipients: to.map(recipient), feedbackId, reportingMTA: 'dsn; x' } }
    : { complaint: { complainedRecipients: to.map(recipient), complaintSubType: about.complaint, feedbackId } }),
  mail: {
    messageId: 'ses-1',
    destination: to,
    headers: [
      { name: 'From', value: 'notice@huiyin.qinghe.example' },
      { name: 'X-Huiyin-Notice', value: notice },
    ],
    tags: { 'ses:configuration-set': ['huiyin-demo'] },
  },
  somethingNew: { of: 'next year' },
});

const recipient = (emailAddress: string) => ({ emailAddress, status: '5.1.1', diagnosticCode: 'smtp; 550' });

/** The same as SNS hands it to a queue that has not asked for it raw. */
export const inEnvelope = (report: unknown) => ({
  Type: 'Notification',
  MessageId: 'sns-1',
  TopicArn: 'arn:aws:sns:ap-southeast-1:000000000000:huiyin-demo-mail-feedback',
  Message: JSON.stringify(report),
});
