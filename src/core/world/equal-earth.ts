import type { Place } from './topology.ts'

/**
 * The Equal Earth projection (Šavrič, Patterson, Jenny 2018): every country has the area it has, so that no continent
 * looks smaller than it is. In radii of the earth, north is negative as on a screen.
 */
export function equalEarth([longitude, latitude]: Place): readonly [x: number, y: number] {
  const sine = (Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180)
  const t = Math.asin(sine)
  const t2 = t * t
  const t6 = t2 * t2 * t2
  const slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
  const x = (2 * Math.sqrt(3) * ((longitude * Math.PI) / 180) * Math.cos(t)) / (3 * slope)
  return [x, -t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))]
}

const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796]
