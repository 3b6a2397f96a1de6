/** The marks of logos, drawn in a square of 100. `fill` is the mark's colour, `ground` what it stands on. */

type Mark = (fill: string, ground: string) => string

export const marks: Readonly<Record<string, Mark>> = {
  arch: (f, g) =>
    `<path d="M18 82V50a32 32 0 0 1 64 0v32z" fill="${f}"/><path d="M36 82V52a14 14 0 0 1 28 0v30z" fill="${g}"/>`,
  wave: (f) =>
    [34, 52, 70]
      .map(
        (y) =>
          `<path d="M14 ${y}q12-14 24 0t24 0 24 0" fill="none" stroke="${f}" stroke-width="9" stroke-linecap="round"/>`,
      )
      .join(''),
  lantern: (f, g) =>
    `<rect x="32" y="26" width="36" height="52" rx="16" fill="${f}"/><rect x="44" y="14" width="12" height="12" fill="${f}"/><circle cx="50" cy="52" r="9" fill="${g}"/>`,
  sun: (f) =>
    `<circle cx="50" cy="50" r="17" fill="${f}"/>${Array.from({ length: 8 }, (_, i) => `<rect x="46" y="12" width="8" height="15" rx="4" fill="${f}" transform="rotate(${i * 45} 50 50)"/>`).join('')}`,
  bridge: (f, g) =>
    `<rect x="10" y="42" width="80" height="34" fill="${f}"/><circle cx="32" cy="76" r="15" fill="${g}"/><circle cx="68" cy="76" r="15" fill="${g}"/><rect x="10" y="30" width="80" height="7" fill="${f}"/>`,
  door: (f, g) =>
    `<rect x="28" y="16" width="44" height="68" fill="${f}"/><path d="M34 22h26v62H34z" fill="${g}"/><path d="M34 22l20 8v58l-20-4z" fill="${f}"/>`,
  mic: (f) =>
    `<rect x="38" y="14" width="24" height="44" rx="12" fill="${f}"/><path d="M26 46a24 24 0 0 0 48 0M50 70v16M36 86h28" fill="none" stroke="${f}" stroke-width="7" stroke-linecap="round"/>`,
  leaf: (f, g) =>
    `<path d="M20 80C16 40 44 16 82 18c2 40-22 66-62 62z" fill="${f}"/><path d="M24 78L64 36" stroke="${g}" stroke-width="6" stroke-linecap="round"/>`,
  quill: (f, g) =>
    `<path d="M18 84C30 46 54 18 84 14c-2 32-26 54-58 58z" fill="${f}"/><path d="M18 86l44-48" stroke="${g}" stroke-width="5"/>`,
  star: (f) => `<path d="M50 10l9 31h32l-26 19 10 31-25-19-25 19 10-31L9 41h32z" fill="${f}"/>`,
  bow: (f) =>
    [36, 25, 14]
      .map((r) => `<path d="M${50 - r} 68a${r} ${r} 0 0 1 ${2 * r} 0" fill="none" stroke="${f}" stroke-width="7"/>`)
      .join(''),
  table: (f, g) =>
    `<circle cx="50" cy="50" r="36" fill="${f}"/>${Array.from({ length: 6 }, (_, i) => `<circle cx="50" cy="24" r="7" fill="${g}" transform="rotate(${i * 60} 50 50)"/>`).join('')}`,
  kettle: (f, g) =>
    `<path d="M24 46h44a20 34 0 0 1 4 38H20a20 34 0 0 1 4-38z" fill="${f}"/><path d="M70 54q16-4 16-18" fill="none" stroke="${f}" stroke-width="8"/><path d="M30 42a16 18 0 0 1 32 0" fill="none" stroke="${f}" stroke-width="7"/><circle cx="46" cy="64" r="7" fill="${g}"/>`,
  pages: (f, g) =>
    `<path d="M50 28C38 18 24 18 12 22v56c12-4 26-4 38 6 12-10 26-10 38-6V22c-12-4-26-4-38 6z" fill="${f}"/><path d="M50 30v52" stroke="${g}" stroke-width="5"/>`,
}
