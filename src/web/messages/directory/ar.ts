import type { CatalogueOf } from '../catalogue.ts'
import type { directory as en } from './en.ts'

export const directory: CatalogueOf<typeof en> = {
  'members.views': 'طرق عرض الأعضاء',
  'members.by.name': 'أبجديًا',
  'members.by.kind': 'حسب النوع',
  'members.by.country': 'حسب البلد',
  'members.by.map': 'خريطة',
  'letters.label': 'إلى حرف',
  'members.filter.kind': 'النوع',
  'members.filter.language': 'لغة الكتابة',
  'members.filter.any': 'الكل',
  'members.filter.do': 'عرض',
  'members.filter.none': 'لا عضو بهذه الصفات.',
  'members.filter.off': 'عرض جميع الأعضاء',
  'members.newest': 'الأحدث {date}',
  'members.languages.more': {
    zero: 'و{count} لغة أخرى',
    one: 'ولغة أخرى',
    two: 'ولغتان أخريان',
    few: 'و{count} لغات أخرى',
    many: 'و{count} لغة أخرى',
    other: 'و{count} لغة أخرى',
  },
  'members.pages': 'صفحات هذه القائمة',
  'members.page': '{title}، الصفحة {page} من {pages}',
  'members.page.before': 'الصفحة السابقة',
  'members.page.after': 'الصفحة التالية',
  'members.more': {
    zero: 'ولا أعضاء آخرين',
    one: 'وعضو آخر',
    two: 'وعضوان آخران',
    few: 'و{count} أعضاء آخرين',
    many: 'و{count} عضوًا آخر',
    other: 'و{count} عضو آخر',
  },
  'members.country.lede':
    'البلدان التي يقول الأعضاء إنهم فيها. الإفصاح عن ذلك خيار كل عضو، ومن لا يفصح لا يُحسب في أي عدد هنا.',
  'members.country.empty': 'لا يذكر أي عضو مكانه.',
  'members.map.label': 'الأعضاء على خريطة العالم',
  'members.map.bar': '{country}: {members}',
  'members.map.skip': 'تجاوز الخريطة إلى القائمة نفسها',
  'members.map.ink': 'عدد الأعضاء في البلد',
  'members.map.note':
    'كل بلد بمساحته الحقيقية. الخطوط مبسّطة عن Natural Earth، وموضع الحدود على هذه الخريطة لا يعني رأيًا في موضعها الصحيح.',

  'archive.trace.lede':
    'خط صغير لكل يوم: كلما طال زاد ما نُشر فيه. السطر عام كامل، وكل جزء من أجزائه الاثني عشر يفتح شهرًا.',
  'archive.trace.most': 'أكثر الأيام نشرًا حتى الآن: {day}، وفيه {stories}.',
  'archive.trace.month': '{month}: {stories}',
}
