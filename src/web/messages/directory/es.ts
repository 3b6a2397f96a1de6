import type { CatalogueOf } from '../catalogue.ts'
import type { directory as en } from './en.ts'

export const directory: CatalogueOf<typeof en> = {
  'members.views': 'Maneras de ver a los miembros',
  'members.by.name': 'De la A a la Z',
  'members.by.kind': 'Por tipo',
  'members.by.country': 'Por país',
  'members.by.map': 'Mapa',
  'letters.label': 'Ir a una letra',
  'members.filter.kind': 'Tipo',
  'members.filter.language': 'Escribe en',
  'members.filter.any': 'cualquiera',
  'members.filter.do': 'Mostrar',
  'members.filter.none': 'Ningún miembro corresponde a esta selección.',
  'members.filter.off': 'Ver todos los miembros',
  'members.newest': 'última: {date}',
  'members.languages.more': { one: '{count} más', many: '{count} más', other: '{count} más' },
  'members.pages': 'Páginas de esta lista',
  'members.page': '{title}, página {page} de {pages}',
  'members.page.before': 'Página anterior',
  'members.page.after': 'Página siguiente',
  'members.more': { one: 'y {count} más', many: 'y {count} más', other: 'y {count} más' },
  'members.country.lede':
    'En qué países están los miembros, según dicen ellos. Cada uno decide si lo dice; quienes no lo dicen no entran en ningún recuento de esta página.',
  'members.country.empty': 'Ningún miembro dice dónde está.',
  'members.map.label': 'Los miembros en un mapa del mundo',
  'members.map.bar': '{country}: {members}',
  'members.map.skip': 'Saltar el mapa: lo mismo en una lista',
  'members.map.ink': 'Miembros en un país',
  'members.map.note':
    'Cada país con su tamaño real. Contornos simplificados de Natural Earth; el trazado de las fronteras en este mapa no dice nada sobre cuál debería ser.',

  'archive.trace.lede':
    'Un trazo por día: cuanto más largo, más se publicó. Cada línea es un año, y cada una de sus doce partes abre un mes.',
  'archive.trace.most': 'El día más intenso hasta ahora: {day}, con {stories}.',
  'archive.trace.month': '{month}: {stories}',
}
