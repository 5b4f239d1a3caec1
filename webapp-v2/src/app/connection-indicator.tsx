import { useRef } from 'preact/hooks';
import { useI18n } from '../i18n/context.ts';
import type { ConnectionState } from '../stores/account/connection.ts';
import { useUnheard } from '../ui/sheet-stack.ts';
import { tellState } from './connection-telling.ts';

interface ConnectionIndicatorProps {
  state: ConnectionState;
  /** How long until the next attempt to reconnect, in ms; null while none is waited for. */
  retryInMs: number | null;
}

/** Quiet while all is well; in words where the reader should know. */
export function ConnectionIndicator({ state, retryInMs }: ConnectionIndicatorProps) {
  const { t } = useI18n();
  const isUnheard = useUnheard();
  const told = useRef({ state, turn: 0 });
  told.current = tellState(told.current, state, isUnheard);
  const waits = retryInMs !== null && state !== 'live' && state !== 'offline';
  return (
    <div class={`connection connection-${state}`}>
      <span class="connection-dot" aria-hidden="true" />
      <p class="connection-text" role="status">
        <span key={told.current.turn}>{t(`connection.${state}`)}</span>
      </p>
      {/* A count that is read out every second would drown everything else. */}
      {waits && (
        <span class="connection-retry" aria-hidden="true">
          {t('connection.retryIn', { seconds: Math.ceil(retryInMs / 1000) })}
        </span>
      )}
    </div>
  );
}
