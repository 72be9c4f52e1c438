/** A queue answered, and did not take some of what it was sent: it is busy or unwell, the messages are not at fault. */
export class QueueRefused extends Error {
  override readonly name = 'QueueRefused';
}
