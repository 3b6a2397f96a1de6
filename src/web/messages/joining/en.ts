/** What the pages of joining say: the first page, the steps of an application, what is missing and why. */
export const joining = {} as const
