import type { InputHTMLAttributes, LooseInputHTMLAttributes, Ref } from 'preact';

interface InputProps extends LooseInputHTMLAttributes {
  inputRef?: Ref<HTMLInputElement> | undefined;
}

/** An input whose type is only known at run time; the JSX types know one type at a time. */
export function Input({ inputRef, ...attributes }: InputProps) {
  return <input {...(attributes as InputHTMLAttributes)} ref={inputRef ?? null} />;
}
