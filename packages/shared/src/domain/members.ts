/** A participant of one group's ledger; unique within that group only. */
export type MemberId = string;

/** Orders by UTF-16 code units: the same on every machine, whatever its locale. */
export const compareIds = (a: MemberId, b: MemberId): number => (a < b ? -1 : a > b ? 1 : 0);
