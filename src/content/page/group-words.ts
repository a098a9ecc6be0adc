/** A group that LinkedIn compares the member with. */
export type Group = 'industry' | 'network';

/** Words that name a group, in small letters. */
interface GroupWords {
  /** Only as whole words. */
  readonly whole: readonly string[];
  /** At the beginning of words: Latin, Greek and Cyrillic ones, which have endings. */
  readonly beginnings: readonly string[];
  /** Anywhere: in scripts that put no space between words, or other words before them. */
  readonly anywhere: readonly string[];
}

/**
 * How the languages of LinkedIn name the two groups. Nothing is read by these words: where the page's order and classes are gone they
 * tell which group a number belongs to, and where they contradict the order they stop a swap. A language that is missing here costs at most
 * a rank or an average, never the score. Plain lists: one expression of all of them takes the browser longer to prepare than the rest of a
 * reading.
 */
const words: Readonly<Record<Group, GroupWords>> = {
  industry: {
    whole: [],
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
}; // prettier-ignore

/** The one group that `text` names; undefined when it names none, or both ("the Computer Networking industry"). */
export function namesGroup(text: string): Group | undefined {
  const small = text.toLowerCase();
  const industry = names(small, words.industry);
  const network = names(small, words.network);
  if (industry === network) return undefined;
  return industry ? 'industry' : 'network';
}

function names(text: string, { whole, beginnings, anywhere }: GroupWords): boolean {
  return (
    beginnings.some((word) => placesOf(word, text).some((start) => !isCased(text.charAt(start - 1)))) ||
    anywhere.some((word) => text.includes(word)) ||
    whole.some((word) =>
      placesOf(word, text).some(
        (start) => !isCased(text.charAt(start - 1)) && !isCased(text.charAt(start + word.length)),
      ),
    )
  );
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** Whether `character` is a letter of a script with capitals. */
function isCased(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase();
}
