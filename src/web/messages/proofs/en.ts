/** What is said of proofs that a member speaks for its site, and of quarantine. */
export const proofs = {} as const
