/** Ids by which the input names the list it works on and the row in hand. */
export const RESULTS_LIST = 'results'
export const PICKER_LIST = 'picker'
export const PROMISE_LINE = 'promise'
export const rowId = (phraseId: string) => `row-${phraseId}`
export const optionId = (index: number) => `option-${index}`
