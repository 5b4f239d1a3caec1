import { encode } from 'uqr';
import { useI18n } from '../../../i18n/context.ts';
import './qr-code.css';

/** Light modules around the code that readers need to find it. */
const QUIET_ZONE = 4;

/** A link as a picture for a phone's camera, dark on light in either theme, as readers expect it. */
export function QrCode({ link }: { link: string }) {
  const { t } = useI18n();
  const { data, size } = encode(link, { ecc: 'M', border: QUIET_ZONE });
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('invite.qrCode')}>
      <path d={outlineOf(data)} shapeRendering="crispEdges" />
    </svg>
  );
}

/** A rectangle, one unit high, for every run of dark modules. */
function outlineOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.map((dark, x) => (dark && !row[x - 1] ? `M${x} ${y}h${runFrom(row, x)}v1h-${runFrom(row, x)}z` : '')))
    .join('');
}

function runFrom(row: readonly boolean[], start: number): number {
  const end = row.indexOf(false, start);
  return (end === -1 ? row.length : end) - start;
}
