import { minor } from '@splitifyd/shared/domain';
import { Amount } from '../../ui/amount.tsx';
import { Specimen } from './specimen.tsx';

const ROWS = ['Ramen and gyoza', 'Ryokan, two nights'];
const SHARES = [
  ['Mara Linde', 5480],
  ['Wolfeschlegelsteinhausenbergerdorff', 98_001],
] as const;

/** What has a class of its own in the kit's style sheet instead of a component. */
export function Named() {
  return (
    <Specimen name="Leaf, heading, rows, segments, sums">
      <h3 class="heading heading-title">A page or an empty state</h3>
      <h3 class="heading heading-ruled">Above rows</h3>
      <ul class="rows">
        {ROWS.map((name) => (
          <li key={name}>
            <button type="button" class="row-button">
              <span class="row-name">{name}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="leaf">
        <p class="quiet segments">
          <span>3 members</span> <span>2 minutes ago</span>
        </p>
      </div>
      <dl class="sums">
        {SHARES.map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Amount value={minor(amount)} currency="JPY" />
            </dd>
          </div>
        ))}
      </dl>
    </Specimen>
  );
}
