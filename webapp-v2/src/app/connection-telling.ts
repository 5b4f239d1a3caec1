/** The state of the connection that was told last; counts what was told, so that the same words can be told again. */
export interface ToldState<State> {
  state: State;
  turn: number;
}

/** Nothing is heard behind a sheet, `isHeld`: what is different after it is told then, in words that are there already. */
export const tellState = <State>(last: ToldState<State>, state: State, isHeld: boolean): ToldState<State> =>
  isHeld || state === last.state ? last : { state, turn: last.turn + 1 };
