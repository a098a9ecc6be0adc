import type { Pillar } from '../../core/score/pillar';
import { oneNamed, type NamingWords } from './word-table';

/**
 * How the languages of LinkedIn name the four pillars. They never make a score: they only tell whether four numbers stand in another order
 * than LinkedIn's. A language that is missing here is read in the order of the page.
 */
const words: Readonly<Record<Pillar, NamingWords>> = {
  brand: {
    beginnings: [
      'brand', 'marca', 'marque', 'marke', 'merk', 'marka', 'markan', 'markę', 'marki', 'značk', 'brändi', 'varumärk', 'márk', 'бренд', 'μάρκ',
      'merek', 'jenama', 'thương',
    ],
    anywhere: ['ブランド', '品牌', '브랜드', 'علامت', 'برند', 'ब्रांड', 'แบรนด์', 'מותג', 'ব্র্যান্ড'],
  },
  people: {
    beginnings: [
      'people', 'personas', 'pessoa', 'personne', 'personen', 'persone', 'personer', 'mensen', 'osob', 'lidi', 'ihmis', 'människ', 'menneske',
      'személ', 'oameni', 'люд', 'kişi', 'orang', 'άτομα', 'ανθρώπ', 'người',
    ],
    anywhere: ['な人', '合适的人', '合適的人', '사람', 'الأشخاص', 'افراد', 'लोग', 'ผู้คน', 'אנשים', 'মানুষ'],
  },
  insights: {
    beginnings: [
      'insight', 'inform', 'einblick', 'inzicht', 'wiedz', 'знан', 'görüş', 'poznatk', 'näkemy', 'approfond', 'indsigt', 'innsikt', 'insikt',
      'betekint', 'wawasan', 'аналит',
    ],
    anywhere: ['インサイト', '见解', '見解', '인사이트', 'الرؤى', 'دیدگاه', 'जानकारी', 'ข้อมูล', 'תובנ'],
  },
  relationships: {
    beginnings: [
      'relat', 'relac', 'relaz', 'relaç', 'beziehung', 'ilişki', 'отношен', 'vztah', 'suhteit', 'kapcsolat', 'relați', 'relaţi', 'hubung', 'σχέσ',
    ],
    anywhere: ['関係', '关系', '關係', '관계', 'العلاقات', 'روابط', 'संबंध', 'ความสัมพันธ์', 'קשרים', 'সম্পর্ক'],
  },
}; // oxfmt-ignore

/** The one pillar that a label names; undefined when it names none that is known, or several. */
export function pillarNamedBy(label: string): Pillar | undefined {
  return oneNamed(words, label);
}
