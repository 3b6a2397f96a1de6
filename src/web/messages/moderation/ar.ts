import type { CatalogueOf } from '../catalogue.ts'
import type { moderation as en } from './en.ts'

export const moderation: CatalogueOf<typeof en> = {
  'moderation.title': 'البلاغات',
  'moderation.lede.closed': 'ما تم البتّ فيه. يُمحى ما كُتب بعد عام، ووسيلة الوصول إلى كاتبه بعد 30 يومًا.',
  'moderation.none.closed': 'لم يُبتّ في شيء بعد.',
  'moderation.open': 'ما ينتظر',
  'moderation.due': 'يُبتّ فيه حتى {date}',
  'moderation.late': 'كان ينبغي البتّ فيه حتى {date}',
  'moderation.decided': 'بُتّ فيه في {date}',
  'moderation.forgotten': 'مُحي بعد أجله',
  'moderation.came': 'وصل',
  'moderation.language': 'كُتب بـ',
  'moderation.story': 'المادة',
  'moderation.member': 'العضو',
  'moderation.where': 'الموضع',
  'moderation.contact': 'الوصول إلى كاتبه',
  'moderation.contact.none': 'لم يترك وسيلة للوصول إليه، وقد ينظر في إيصاله.',
  'moderation.why': 'ماذا تقرر ولماذا؟',
  'moderation.why.hint': 'يقرأ من لديه الرقم هذا بنصه في الإيصال. اكتبه بلغته إن استطعت، ولا تسمّ أحدًا.',
  'moderation.decide': 'الإغلاق بهذا القرار',
  'moderation.error.missing': 'قل ماذا تقرر: من كتب ينتظره.',
  'moderation.error.long': 'هذا أطول من 2000 حرف. قله بإيجاز.',
  'moderation.error.closed': 'بتّ شخص آخر في هذا البلاغ قبل لحظات، وكلماته في الأسفل.',
}
