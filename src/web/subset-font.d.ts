/** What we use of it: it brings no types of its own. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    cut: {
      readonly targetFormat: 'woff2'
      /** OpenType's names of the features that stay. */
      readonly keepFeatures: readonly string[]
      readonly noHinting: boolean
      readonly variationAxes?: { readonly wght: { readonly min: number; readonly max: number } }
    },
  ): Promise<Buffer>
}
