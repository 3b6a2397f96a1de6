/** The demo's pictures and logos, made by program and the same every time. */
import sharp from 'sharp'
import { Invalid } from '../core/errors.ts'
import { marks } from './marks.ts'
import type { Outlet } from './outlet.ts'
import { scenes } from './scenes.ts'
import { shadesOf } from './shades.ts'

/** A JPEG of 1200 by 800 pixels. Throws Invalid for a scene nobody has drawn. */
export async function pictureOf(scene: string, colour: string): Promise<Uint8Array> {
  const draw = scenes[scene]
  if (!draw) throw new Invalid(`There is no scene "${scene}": ${Object.keys(scenes).join(', ')}.`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">${draw(shadesOf(colour))}</svg>`
  return await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
}

/** A PNG of 256 pixels a side. Throws Invalid for a mark nobody has drawn. */
export async function logoOf({ mark, colour }: Pick<Outlet, 'mark' | 'colour'>): Promise<Uint8Array> {
  const draw = marks[mark]
  if (!draw) throw new Invalid(`There is no mark "${mark}": ${Object.keys(marks).join(', ')}.`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 100 100"><rect width="100" height="100" fill="${colour}"/>${draw('#fffdf8', colour)}</svg>`
  return await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
}
