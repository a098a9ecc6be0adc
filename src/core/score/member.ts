/** A profile: whose score it is, under the name the member gave it. */
export interface Member {
  /** Salted SHA-256 of the member's number, 64 hexadecimal digits, or `unknown`. */
  readonly id: string;
  /** What the member calls this profile; absent until named. */
  readonly name?: string;
  /** Instant the name was given or taken back, epoch milliseconds; absent until then. */
  readonly namedAt?: number;
  /** Instant of the first reading, epoch milliseconds. */
  readonly since: number;
}
