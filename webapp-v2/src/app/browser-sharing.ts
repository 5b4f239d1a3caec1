import type { Sharing } from '../features/group/members/sharing.ts';

export function createBrowserSharing(navigator: Navigator): Sharing {
  const canShare = typeof navigator.share === 'function';
  return {
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // Not in a secure context, or not allowed: the reader is told to copy by hand.
        return false;
      }
    },
    share: canShare
      ? async ({ text, url }) => {
          try {
            await navigator.share({ text, url });
          } catch (error) {
            // Closing the share sheet is no failure.
            if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
          }
        }
      : null,
  };
}
