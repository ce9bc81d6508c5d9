/**
 * Characters in the form in which they are written in Japan today, each followed by older and other forms of it: those that the
 * table of kanji in common use gives (Agency for Cultural Affairs 2010), and some that stand in names. Where two have come to
 * mean different things, as 斉 and 斎 have, each keeps its own. None of the other forms is anybody's form of today.
 */
const FORMS = `
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 悦悅 閲閱 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆 桜櫻 奥奧 横橫 温溫 穏穩
仮假 価價 画畫 会會 絵繪 壊壞 懐懷 概槪 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 渇渴 缶罐 巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀 顔顏 巌巖
気氣 既旣 帰歸 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 強强 教敎 峡峽 挟挾 狭狹 郷鄕 尭堯 暁曉 区區 駆驅 勲勳 薫薰 凛凜
径徑 茎莖 恵惠 掲揭 渓溪 経經 蛍螢 軽輕 継繼 鶏鷄 芸藝 撃擊 欠缺 研硏 県縣 倹儉 剣劍劒 険險 圏圈 検檢 献獻 権權 顕顯 験驗 厳嚴
呉吳 広廣 効效 恒恆 黄黃 鉱鑛 号號 高髙 国國圀 黒黑 砕碎 済濟 斎齋 剤劑 崎﨑 冊册 雑雜 参參 桟棧 蚕蠶 惨慘 産產 賛贊 讃讚 残殘
糸絲 姫姬 歯齒 児兒 辞辭 叱𠮟 湿濕 実實 写寫 舎舍 釈釋 寿壽 収收 従從 渋澁澀 獣獸 縦縱 粛肅 処處 緒緖 叙敍敘 将將 渉涉 称稱 焼燒 証證
奨奬獎 醤醬 蒋蔣 条條 状狀 乗乘 浄淨 剰剩 畳疊疉 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 晋晉 真眞 寝寢 慎愼 尽盡 図圖 粋粹 酔醉 穂穗 随隨 髄髓 枢樞
数數 瀬瀨 声聲 斉齊 青靑 清淸 静靜 税稅 窃竊 摂攝 説說 絶絕 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插揷 巣巢
曽曾 痩瘦 装裝 総總 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 脱脫 担擔 単單 胆膽 団團 断斷 弾彈
遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 逓遞 鉄鐵 点點 転轉 填塡 伝傳 灯燈 島嶋嶌 当當 党黨 桧檜 盗盜 稲稻 闘鬪鬭 徳德 独獨 読讀
届屆 内內 弐貳 悩惱 脳腦 覇霸 廃廢 拝拜 売賣 麦麥 剥剝 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱濵 瓶甁 彦彥 富冨 払拂 仏佛 併倂 並竝 餅餠
辺邊邉 変變 弁辨瓣辯 歩步 舗舖 峰峯 宝寶 豊豐 褒襃 頬頰 翻飜 没沒 毎每 槙槇 万萬 満滿 麺麵 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽
揺搖 遥遙 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 両兩 猟獵 緑綠 塁壘 涙淚 励勵 礼禮 戻戾 隷隸 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊 炉爐 労勞 郎郞
楼樓 録錄 湾灣 戸戶 飲飮 鋭銳 歳歲 館舘 吉𠮷 桑桒 淵渕渊 鴎鷗 籠篭 亘亙 掻搔 掴摑 蝉蟬 祷禱 麹麴 噛嚙 嘘噓 躯軀 侠俠 焔焰 蝋蠟
`;

const todays = new Map(
  FORMS.trim()
    .split(/\s+/)
    .flatMap((characters) => {
      const [today = "", ...others] = characters;
      return others.map((other) => [other, today] as const);
    }),
);

/** A character in the form of today: of 國 and 圀, 国. One that has no other form stays. Doing it twice changes nothing. */
export function todaysForm(character: string): string {
  return todays.get(character) ?? character;
}
