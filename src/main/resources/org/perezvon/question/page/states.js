/** How the state of a case is told. */
const STATES = {
  TRANSFER: ['звонок переводят', 'calm'],
  WAITING: ['ждём ответа', 'calm'],
  CALL_BACK: ['пора перезвонить', 'bad'],
};

/** @returns words and mood of a badge */
export function stateOf({state, outcome}) {
  return STATES[state] ?? [outcome ?? 'закончено', 'good'];
}
