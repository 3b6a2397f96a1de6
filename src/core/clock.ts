/** The time, passed in: nothing below `app.ts` asks the machine for it. */
export type Clock = () => Date
