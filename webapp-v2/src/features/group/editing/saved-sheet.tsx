import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useI18n } from '../../../i18n/context.ts';
import type { Failure } from '../../../stores/result.ts';
import { Button } from '../../../ui/button.tsx';
import { Conflict } from '../../../ui/editing/conflict.tsx';
import type { SavedEdit } from '../../../ui/editing/use-saved-edit.ts';
import { FormProblem } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useForm } from '../../../ui/use-form.ts';
import { NotAllowed } from './not-allowed.tsx';

interface SavedSheetProps {
  title: string;
  /** What the button says, where the sheet has other buttons that it could be taken for. */
  saveText?: string;
  edit: Pick<SavedEdit<unknown, object, Failure>, 'isConflict' | 'moveOn' | 'submit' | 'busy' | 'problem' | 'isSaved'>;
  /** What is edited, in a few words, as somebody else has left it. */
  theirs: string;
  remark: ComponentChildren;
  /** There is something that keeps it from being saved. */
  invalid: boolean;
  /** The reader's role lets them save it. */
  isAllowed: boolean;
  /** Why not, where it is not their role. */
  whyNot?: string | undefined;
  onSaved?: (() => void) | undefined;
  onClose: () => void;
  children: ComponentChildren;
  /** What else the sheet is for, below its form. */
  below: ComponentChildren;
}

/** A sheet that edits something whose author waits for the answer; its button is where every sheet has its own. */
export function SavedSheet({
  title,
  saveText,
  edit,
  theirs,
  remark,
  invalid,
  isAllowed,
  whyNot,
  onSaved,
  onClose,
  children,
  below,
}: SavedSheetProps) {
  const { t } = useI18n();
  const formId = useId();
  const whyNotId = useId();
  const { attributes } = useForm(!invalid && isAllowed && !edit.isConflict, () => edit.submit(onSaved));
  return (
    <Sheet
      title={title}
      onClose={onClose}
      footer={
        <>
          <FormProblem text={edit.problem && t(`problem.${edit.problem}`)} />
          <p class="sheet-footer-text quiet" role="status">
            {edit.isSaved && t('settings.saved')}
          </p>
          <Button type="submit" form={formId} look="primary" busy={edit.busy} blockedBy={isAllowed ? undefined : whyNotId}>
            {saveText ?? t('action.save')}
          </Button>
        </>
      }
    >
      <form {...attributes} id={formId} class="stack">
        {!isAllowed && <NotAllowed id={whyNotId} reason={whyNot} />}
        {edit.isConflict ? (
          <Conflict
            title={t('editing.changed')}
            theirs={theirs}
            onTakeTheirs={() => edit.moveOn(false)}
            onKeepMine={() => edit.moveOn(true)}
          />
        ) : (
          remark
        )}
        {children}
      </form>
      {below}
    </Sheet>
  );
}
