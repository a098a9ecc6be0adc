/** What a word of a heading means. */
export type Meaning =
  | 'ssi'
  | 'total'
  | 'score'
  | 'brand'
  | 'people'
  | 'insights'
  | 'relationships'
  | 'pillar-filler'
  | 'industry'
  | 'network'
  | 'rank'
  | 'average'
  | 'day'
  | 'stamp'
  | 'time'
  | 'year'
  | 'month'
  | 'span'
  | 'other-day'
  | 'person'
  | 'mine'
  | 'counter'
  | 'not-score'
  | 'activity'
  | 'neutral';

/**
 * Words of headings as `wordsOf` writes them (lower case, no accents): LinkedIn's page, and files people have, in the languages of `_locales` and those
 * LinkedIn is most used in. A star stands for any ending. A word may mean more than one thing; the cells decide.
 */
export const headingWords: Readonly<Record<Meaning, string>> = {
  ssi: 'ssi selling',
  total: `total totals overall gesamt* insgesamt summe sum suma soma somme somma summa totale totaal totalt toplam* global general razem ogolem lacznie wynik
    celkem spolu yhteensa sammanlagt osszesen jumlah skupaj ukupno 合計 総合 総計 合计 总分 总计 总 總分 總計 합계 총점 총계 전체 مجموع* اجمالي* الكلي итог* всего сумма общий общая
    загальн* разом सकल कुल סהכ רווח συνολο συνολικ* tong รวม`,
  score: `score scores scoring point points pt pts punkt punkte punkten punktzahl punktestand punktwert wert value values valor valeur valore waarde wartosc puntuacion
    puntaje pontuacao pontos puntos punteggio punti punten punkty punktow puan puani skor skoru poang poeng pisteet rating result results resultat resultado risultato
    index indice indeks endeks endeksi indeksi スコア 点数 得点 点 ポイント 指数 数値 指標 分数 分數 得分 评分 점수 지수 درجة درجات* نتيجة نقاط مؤشر балл* оценк* очк* индекс индексу показател* skore body bodu pontszam scor valoare
    skoor ציון מדד βαθμολογια δεικτης skor diem คะแนน अंक स्कोर`,
  brand: `brand branding branded marca marke marken marque merk merknaam marka markasi ブランド 品牌 브랜드 علامة бренд* марк* znack* varumarke merkevare brandul מותג μαρκα แบรนด์ pb`,
  people: `people persons prospecting prospects right find personas pessoas personen personer leute personnes persone mensen ludzie osoby kisiler kisi insanlar 人々 人物 人脈 人材 相手 人 人脉 사람 인물
    اشخاص* люд* люди lide henkilot emberek oameni אנשים ανθρωποι orang nguoi บุคคล rp`,
  insights: `insights insight engage engagement informacion informaciones informations informacoes informazioni informationen percepcoes erkenntnisse einblicke inzichten wiedza wiedzy spostrzezeni* interazioni echanges
    icgoruler icgoru インサイト 洞察 情報 见解 見解 인사이트 통찰 رؤى инсайт* аналитик* ei content inhalte perspectives poznatk* insikter innsikt`,
  relationships: `relationships relationship relation rel relaciones relacion relacionamentos relacionamento relacoes beziehung* relations relazioni relazione relaties relatie relacje relacji iliskiler
    iliski 関係 人間関係 关系 關係 관계 علاقات отношени* связ* vztah* relationer relasjoner suhteet kapcsolat* relatii קשרים σχεσεις hubungan moi build br`,
  'pillar-filler': `establish established your professional strong the right with building find finding pillar pillars pilier saule pilar pilastro filar component componente
    establece establecer crea crear tu profesional encuentra encontrar adecuadas interactua interactuar ofreciendo con
    estabelecer estabeleca sua profissional localizar localize encontre encontrar certas interagir interaja oferecendo criar crie cultive
    etablieren aufbauen ihre ihrer eigene berufliche professionelle finden richtige richtigen personen austauschen durch teilen pflegen knupfen
    etablissez etablir developpez votre professionnelle trouvez trouver bonnes echangez echanger partagez nouez nouer renforcez des avec
    definisci definire professionale trova trovare giuste interagisci interagire usando costruisci costruire crea
    versterk professionele vind juiste deel bouw opbouwen zbuduj zawodowa zawodowej znajdz wlasciwe wlasciwych dziel sie wymiana buduj budowanie
    profesyonel markanizi dogru bulun paylasin kurun olusturun 適切 構築 確立 発見 活用 築く 職業 مهنية انسب`,
  industry: `industry ind sector secteur setor settore sektor* branche* branchen branza branzy branz* bransch* bransje industrie industria industri industrial sektoru sektorel 業界 業種 行业 行業 업계 업종 산업 قطاع قطاعي صناعة отрасл* галуз* odvetvi ala iparag industrie תעשייה κλαδος nganh อุตสาหกรรม`,
  network: `network net red rede netzwerk* reseau rete netwerk* siec sieci ag agi agim baglanti nettverk natverk netvaerk ネットワーク 网络 人脉网 網絡 네트워크 인맥 شبكة сет* мереж* sit site verkosto halozat retea רשת δικτυο jaringan mang เครือข่าย`,
  rank: `rank ranks ranking rankings ranked rang rangs rangliste rangplatz clasificacion classificacao classificazione classement klassement klasyfikacj* posicao posicion posizione position pozycj* pozycja miejsce
    plaats platz platzierung top pct percent percentage percentile percentil percentiel perzentil prozent porcentaje porcentagem percentuale centil % sira sirasi siralama siralamasi yuzde yuzdelik
    ランク ランキング 順位 上位 排名 名次 순위 랭킹 ترتيب رتبة مرتبة ранг рейтинг место позиц* місце poradi placering plassering sija helyezes loc דירוג καταταξη peringkat hang อันดับ`,
  average: `average averages avg mean median medio media mediana promedio mittel mittelwert durchschnitt* schnitt moyenne moyen gemiddelde gemiddeld srednia sredni srednio ortalama ortalamasi prumer genomsnitt gjennomsnitt gennemsnit
    keskiarvo atlag 平均 平均値 平均值 평균 متوسط معدل средн* ממוצע μεσος`,
  day: `date dates day dated datum data datas fecha dia jour tag giorno dag dzien dnia tarih tarihi gun 日付 日 年月日 日期 날짜 일자 تاريخ يوم дата день дня dato paiva paivamaara nap kelt datums kuupaev ziua תאריך ημερομηνια tanggal ngay วันที่ दिनांक तारीख
    when on measured reading checked measurement observed taken snapshot gemessen medido mesure quand wann cuando quando zeitpunkt period`,
  stamp: `timestamp datetime stamp zeitstempel temporal carimbo horodateur recorded captured capture logged tracked at ts`,
  time: `time hora horas uhrzeit heure hour hours ora orario tijd godzina saat 時刻 時間 时间 時間 시간 وقت ساعة время час cas tid kello clock zeit`,
  year: `year years jahr ano anio annee anno jaar rok yil 年 연도 년 سنة عام год`,
  month: `month months monat mes mois mese maand miesiac ay 月 월 شهر месяц`,
  span: `week weekly weeks woche semana semaine settimana tydzien hafta 週 周 quarter quartal trimestre kwartaal kwartal ceyrek`,
  'other-day': `created creation create edited edit modified updated update changed last due next scheduled planned deadline reminder started start end ended finished birthday submitted inserted synced imported exported erstellt geandert
    aktualisiert naechste nachste fallig creado creada modificado editado proxima proximo vencimiento criado criada alterado modifie cree creee prochaine echeance creato modificato scadenza prossima aangemaakt bewerkt gewijzigd volgende utworzono zmodyfikowano
    olusturulma duzenleme degistirme sonraki 作成 作成日時 更新 更新日時 次回 期限 创建 修改 下次 만든 수정 생성 다음 انشاء تعديل التالي созда* измен* обновл* след*`,
  person: `name names person member members user username who owner colleague employee assignee author salesperson rep seller contact profile participant login email mail nombre nome nom naam nazwa imie isim ad mitglied
    mitarbeiter kollege benutzer usuario utilisateur miembro membro persona personne pessoa vendeur vendedor verkaufer 名前 氏名 姓名 名字 이름 성명 اسم имя фио пользователь сотрудник jmeno namn navn nimi`,
  mine: `my me mine own i self myself mein meine meiner ich mi mio mia miei mis yo eu meu minha meus mon ma mes moi io mijn ik moj moja moje ja benim ben 私 自分 我 我的 나 내 나의 انا моя мой мои мое я min mitt muj`,
  counter: `index no nr num number id ids key row lfd nummer numero numer sira # 番号 序号 序號 번호 رقم № номер pos line uuid guid pk col recno`,
  'not-score': `goal goals target targets targeted objective objetivo objetivos objectif objectifs obiettivo ziel ziele zielwert doel cel hedef hedefi meta metas 目標 目标 목표 هدف цел* мет[аи] mal tavoite cil
    change changes changed delta δ Δ diff difference differenz gain gained gains growth growing grew increase increased decrease trend progress variation variacion variacao variazione veranderung anderung zuwachs wachstum verschil
    verandering zmiana roznica degisim degisimi fark farki artis cambio cambiamento diferencia diferenca differenza evolution evolucao evolucion evoluzione ecart entwicklung fortschritt ganho crescimento crecimiento aumento + ± Δtotal 変化 増減 前日比 変動 变化 增长 변화 증감 تغير تغيير فرق измен* прирост разниц* динамик*
    previous prev prior last yesterday before old older earlier anterior anteriores ultima ultimo vortag vorwoche vormonat vorher vorheriger letzte letzter letztes letzten precedent precedente vorig vorige gisteren gestern hier ontem ayer ieri
    poprzedni poprzednia wczoraj onceki dun 前回 前日 昨日 先週 先月 上次 昨天 上周 이전 어제 지난 سابق امس предыдущ* вчера прошл*
    rolling moving smoothed smooth trailing cumulative best record high highest max maximum peak low lowest min minimum rekord hochst* hochste beste best mejor melhor meilleur migliore najlepszy najwyzsz* maximo minimo massimo 最高 最低 最大 最小 최고 최저 اعلى ادنى лучш* максим* миним*
    team company firm firma empresa entreprise azienda bedrijf sirket peer peers benchmark competitor competitors colleague colleagues department dept everyone others other industries kollegen equipe equipo squadra ekip takim zespol チーム 会社 団体 团队 公司 팀 회사 فريق شركة команд* компан*
    needed required remaining missing gap forecast forecasted predicted prediction projection projected expected estimate estimated estimation plan planned prognose prevision previsao previsto pronostico prognoza tahmin 予測 予想 预测 예측 توقع прогноз*
    weight factor multiplier limit prob probability status level week7 days hours minutes count counts std stdev deviation variance ratio confidence possible bonus excluding except without next draft`,
  activity: `post posts posted posting comment comments commented like likes reaction reactions follower followers following follow follows connection connections connects invite invites invitation invitations invited message messages view views viewed viewer viewers visit visits visitor
    visitors impression impressions search searches appearance appearances share shares shared repost reposts article articles click clicks lead leads meeting meetings call calls email emails note notes met meet new added adds
    sent received accepted withdrawn profile profiles endorsement endorsements recommendation job jobs application applications credit credits sales revenue minutes seconds activeminutes active reach feed media video
    beitrage beitrag kommentare kommentar anfragen kontakte nachrichten besuche aufrufe neue notizen notiz anmerkung publicaciones comentarios seguidores visitas vistas contactos mensajes nuevos notas publicacoes seguidores visualizacoes conexoes mensagens novos anotacoes
    publications commentaires abonnes vues visites contacts messages nouveaux remarques commenti visualizzazioni follower collegamenti messaggi nuovi berichten reacties volgers weergaven nieuwe posty komentarze obserwujacy wyswietlenia nowe gonderiler yorumlar takipciler goruntuleme yeni
    投稿 コメント フォロワー 閲覧 メッセージ 新規 メモ 备注 评论 粉丝 帖子 게시물 댓글 팔로워 메모 منشورات تعليقات متابعون ملاحظات пост* коммент* подписчик* просмотр* заметк* source device browser url link version type category tag tags mood weather url campaign temperature steps sleep weight age price amount
    people_amount size`,
  neutral: `social linkedin li current latest actual today now of the for in on to a an out and or from by is as at 0 1 100 25 sur von de da do del der die das dem den le la les el los las il lo van z na e et y und o per pro exact precise raw pure
    readings daily aktuell* aktueller heute actuel actuelle aktualny atual actuales attuale huidig huidige guncel current score's max100 value's verkauf vendas ventas ventes vendita sales_navigator navigator fourmost number's day's 現在 今日 当前 目前 现在 현재 حالي من текущ* soll ist stand profil full
    sub group com dans dei delle en sul sua seu su mio um uma nos points100 parsed data response result history item entry record records row scores stats ssi_scores`,
};
