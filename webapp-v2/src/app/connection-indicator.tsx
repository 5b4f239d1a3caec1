import { useI18n } from '../i18n/context.ts';
import type { ConnectionState } from '../stores/connection.ts';

/** Quiet while all is well; in words where the reader should know. */
export function ConnectionIndicator({ state }: { state: ConnectionState }) {
  const { t } = useI18n();
  return (
    <p class={`connection connection-${state}`} role="status">
      <span class="connection-dot" aria-hidden="true" />
      <span class="connection-text">{t(`connection.${state}`)}</span>
    </p>
  );
}
