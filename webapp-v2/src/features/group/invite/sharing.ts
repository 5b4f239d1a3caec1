/** What the page may do with a link; the browser decides what of it there is. */
export interface Sharing {
  /** False where the browser does not allow it. */
  copy(text: string): Promise<boolean>;
  /** The device's own share sheet; null where there is none. */
  share: ((link: { text: string; url: string }) => Promise<void>) | null;
}
