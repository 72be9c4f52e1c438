/** A queue that forgets everything when the process ends. `refuse` names the bodies it turns down. For tests. */
export function memoryQueue(refuse: (body: string) => boolean = () => false) {
  const sent: string[] = [];
  return {
    sendAll: async (bodies: readonly string[]): Promise<number[]> => {
      sent.push(...bodies.filter((body) => !refuse(body)));
      return bodies.flatMap((body, index) => (refuse(body) ? [index] : []));
    },
    sent,
  };
}
