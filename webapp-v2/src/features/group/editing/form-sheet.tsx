import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useForm } from '../../../ui/use-form.ts';
import { NotAllowed } from './not-allowed.tsx';

interface FormSheetProps {
  title: string;
  saveText: string;
  /** Something to say above the fields. */
  remark?: ComponentChildren;
  /** There is something that keeps it from being saved. */
  invalid: boolean;
  /** The reader's role lets them save it. */
  isAllowed: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** `asked`: the reader has tried to save, so missing things may be called missing. */
  children: (asked: boolean) => ComponentChildren;
}

/** A sheet with a form in it and its button below, in sight of a phone's thumb. */
export function FormSheet({ title, saveText, remark, invalid, isAllowed, onSubmit, onClose, children }: FormSheetProps) {
  const formId = useId();
  const whyNotId = useId();
  const { asked, attributes } = useForm(!invalid && isAllowed, onSubmit);
  return (
    <Sheet
      title={title}
      onClose={onClose}
      footer={
        <Button type="submit" form={formId} look="primary" blockedBy={isAllowed ? undefined : whyNotId}>
          {saveText}
        </Button>
      }
    >
      <form {...attributes} id={formId} class="stack">
        {!isAllowed && <NotAllowed id={whyNotId} />}
        {remark}
        {children(asked)}
      </form>
    </Sheet>
  );
}
