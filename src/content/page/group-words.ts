import { oneNamed, type NamingWords } from './word-table';

/** A group that LinkedIn compares the member with. */
export type Group = 'industry' | 'network';

/**
 * How the languages of LinkedIn name the two groups. Nothing is read by these words: where the page's order and classes are gone they
 * tell which group a number belongs to, and where they contradict the order they stop a swap. A language that is missing here costs at most
 * a rank or an average, never the score.
 */
const words: Readonly<Record<Group, NamingWords>> = {
  industry: {
    beginnings: [
      'industr', 'branche', 'bransch', 'bransje', 'sector', 'setor', 'secteur', 'settor', 'sektor', 'sektör', 'branż', 'odvětv', 'iparág',
      'toimiala', 'отрасл', 'галуз', 'κλάδο', 'ngành',
    ],
    anywhere: [
      '業界', '行业', '行業', '産業', '업계', '업종', '산업', 'قطاع', 'صنعت', 'उद्योग', 'শিল্প', 'ਉਦਯੋਗ', 'పరిశ్రమ', 'อุตสาหกรรม', 'תעשי', 'ענף',
    ],
  },
  network: {
    whole: ['red', 'rede', 'rete', 'ağ'],
    beginnings: [
      'network', 'netzwerk', 'réseau', 'netwerk', 'nätverk', 'netværk', 'nettverk', 'verkosto', 'hálózat', 'síť', 'síti', 'sieć', 'sieci',
      'reţea', 'rețea', 'mrež', 'сеть', 'сети', 'мереж', 'δίκτυο', 'δικτύ', 'ağı', 'jaringan', 'rangkaian', 'mạng',
    ],
    anywhere: [
      'つながり', 'ネットワーク', '네트워크', '人脉', '人脈', 'شبكة', 'شبكت', 'شبکه', 'नेटवर्क', 'নেটওয়ার্ক', 'ਨੈੱਟਵਰਕ', 'నెట్‌వర్క్', 'เครือข่าย', 'רשת',
    ],
  },
}; // oxfmt-ignore

/** The one group that `text` names; undefined when it names none, or both ("the Computer Networking industry"). */
export function namesGroup(text: string): Group | undefined {
  return oneNamed(words, text);
}
