/** Where in its file, as a JSON pointer; what is wrong there; and, where the second does not say it, what to do. */
export type Fault = readonly [pointer: string, message: string, fix?: string];

/** What is wrong, or should be known, somewhere in config/. */
export interface ConfigFault {
  readonly severity: 'error' | 'warning';
  /** Below config/. */
  readonly file: string;
  /** RFC 6901; "" is the whole file. */
  readonly pointer: string;
  readonly message: string;
  /** What a person can do about it. */
  readonly fix: string;
}

/** One line for people: the file, where in it, and what is wrong there. */
export const faultLine = ({ file, pointer, message }: Pick<ConfigFault, 'file' | 'pointer' | 'message'>): string =>
  `config/${file}${pointer && ` ${pointer}`}: ${message}`;
