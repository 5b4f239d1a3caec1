/** Between the parts of a row that is a single button or link: without it they are heard as one name. */
export const Pause = () => <span class="visually-hidden">, </span>;
