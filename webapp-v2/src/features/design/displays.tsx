import { useSignal } from '@preact/signals';
import { minor } from '@splitifyd/shared/domain';
import { Amount } from '../../ui/amount.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ICON_NAMES, Icon } from '../../ui/icon.tsx';
import { FormProblem, Notice } from '../../ui/notice.tsx';
import { SectionLinks } from '../../ui/section-links.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Sample, Specimen } from './specimen.tsx';

const PEOPLE = ['Mara Linde', 'Tobin Feld', 'Suri Okano', 'Pelle', 'Ångström Œ', '李小龍', 'Bo-Ida Quist', '?'];
const BALANCES = [123_450, -1, 0] as const;
const SECTIONS = ['Expenses', 'Balances', 'Activity', 'Members'];

/** What shows something, and what opens. */
export function Displays() {
  const open = useSignal(false);
  const toggle = () => {
    open.value = !open.value;
  };
  return (
    <>
      <Specimen name="Amount">
        <Sample state="of something">
          <Amount value={minor(8765)} currency="EUR" /> · <Amount value={minor(98_001)} currency="JPY" /> ·{' '}
          <Amount value={minor(1230)} currency="KWD" />
        </Sample>
        {BALANCES.map((value) => (
          <Sample key={value} state={value > 0 ? 'owed to somebody' : value < 0 ? 'owed by somebody' : 'settled'}>
            <Amount value={minor(value)} currency="EUR" balance /> <Amount value={minor(value)} currency="EUR" balance size="large" />
          </Sample>
        ))}
      </Specimen>
      <Specimen name="Avatar">
        <div class="sample-row">
          {PEOPLE.map((name) => (
            <Avatar key={name} name={name} id={name} />
          ))}
          <Avatar name="Pelle Quist" id="placeholder" hollow />
          <Avatar name="Flat on Alder Lane" id="group" square />
        </div>
      </Specimen>
      <Specimen name="Icon">
        <ul class="icons">
          {ICON_NAMES.map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="SectionLinks">
        <SectionLinks
          label="Sections, as a sample"
          links={SECTIONS.map((text, index) => ({ text, href: `/design#${text}`, current: index === 0 }))}
        />
      </Specimen>
      <Specimen name="Notice">
        <Notice title="This is what you typed before." actions={<Button look="plain">Start over</Button>} />
        <Notice tone="wrong" title="“Bicycle” was not added" actions={<Button look="plain">Look at it again</Button>}>
          <p>Your role in this group does not allow it.</p>
        </Notice>
        <FormProblem text="We cannot reach the server. Check your connection and try again." />
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState title="Nothing to split yet" hint="Make a group for a trip, a flat or a dinner, and invite the others by a link.">
          <Button look="primary" icon="plus">
            Create your first group
          </Button>
        </EmptyState>
      </Specimen>
      <Specimen name="Skeleton">
        <Skeleton rows={3} />
        <Skeleton rows={2} leading={false} />
      </Specimen>
      <Specimen name="Sheet">
        <Button onClick={toggle}>Open a sheet</Button>
        {open.value && (
          <Sheet
            title="A sheet with a title that is long enough to need a second line on a phone"
            onClose={toggle}
            footer={
              <Button look="primary" onClick={toggle}>
                Done
              </Button>
            }
          >
            <p>The browser’s own dialog: Escape closes it, the focus stays inside and goes back to the button afterwards.</p>
          </Sheet>
        )}
      </Specimen>
    </>
  );
}
