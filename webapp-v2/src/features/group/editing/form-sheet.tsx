import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useForm } from '../../../ui/use-form.ts';

interface FormSheetProps {
  title: string;
  saveText: string;
  /** Something to say above the fields. */
  remark?: ComponentChildren;
  /** There is something that keeps it from being saved. */
  invalid: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** `asked`: the reader has tried to save, so missing things may be called missing. */
  children: (asked: boolean) => ComponentChildren;
}

/** A sheet with a form in it and its button below, in sight of a phone's thumb. */
export function FormSheet({ title, saveText, remark, invalid, onSubmit, onClose, children }: FormSheetProps) {
  const formId = useId();
  const { asked, attributes } = useForm(!invalid, onSubmit);
  return (
    <Sheet
      title={title}
      onClose={onClose}
      footer={
        <Button type="submit" form={formId} look="primary">
          {saveText}
        </Button>
      }
    >
      <form {...attributes} id={formId} class="stack">
        {remark}
        {children(asked)}
      </form>
    </Sheet>
  );
}
