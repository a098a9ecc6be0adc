/** A group that LinkedIn compares the member with. */
export type Group = 'industry' | 'network';

/**
 * How the languages of LinkedIn name the two groups. Nothing is read by these words: where the page's order and classes are gone they
 * tell which group a number belongs to, and where they contradict the order they stop a swap. A language that is missing here costs at most
 * a rank or an average, never the score. Latin, Greek and Cyrillic words are matched from their beginning, others anywhere.
 */
const words: Readonly<Record<Group, RegExp>> = {
  industry: new RegExp(
    [
      '(?<!\\p{L})(?:industr|branche|bransch|bransje|sector|setor|secteur|settor|sekt[oö]r|branż|odvětv|iparág|toimiala|отрасл|галуз|κλάδο|ngành)',
      '業界|行业|行業|産業|업계|업종|산업|قطاع|صنعت|उद्योग|শিল্প|ਉਦਯੋਗ|పరిశ్రమ|อุตสาหกรรม|תעשי|ענף',
    ].join('|'),
    'u',
  ),
  network: new RegExp(
    [
      '(?<!\\p{L})(?:(?:rede?|rete|ağ)(?!\\p{L})|network|netzwerk|réseau|netwerk|nätverk|netværk|nettverk|verkosto|hálózat|síť|síti|sieć|sieci|reţea|rețea|mrež|сет[ьи]|мереж|δίκτυο|δικτύ|ağı|jaringan|rangkaian|mạng)',
      'つながり|ネットワーク|네트워크|人脉|人脈|شبكة|شبكت|شبکه|नेटवर्क|নেটওয়ার্ক|ਨੈੱਟਵਰਕ|నెట్‌వర్క్|เครือข่าย|רשת',
    ].join('|'),
    'u',
  ),
};

/** The one group that `text` names; undefined when it names none, or both ("the Computer Networking industry"). */
export function namesGroup(text: string): Group | undefined {
  // Small letters for all: an expression that ignores case takes the browser ten times as long to prepare.
  const small = text.toLowerCase();
  const industry = words.industry.test(small);
  const network = words.network.test(small);
  if (industry === network) return undefined;
  return industry ? 'industry' : 'network';
}
